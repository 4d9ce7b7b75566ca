import { ChoosingHarness, OPTION } from './choosing.harness';

/** Where one goes to any place by some letters of its name. */
export class SwitcherHarness extends ChoosingHarness {
  static readonly hostSelector = 'parley-switcher';

  protected readonly label = '.name';

  /** What stands beside the places. */
  async asides(): Promise<readonly string[]> {
    return this.texts(`${OPTION} .aside`);
  }

  /** What is told of how much was found. */
  async status(): Promise<string | undefined> {
    return this.textIn('[role="status"]');
  }

  async isOpen(): Promise<boolean> {
    return (await this.locatorForOptional('dialog[open]')()) !== null;
  }

  /** Presses a place while a key is held. */
  async clickHolding(name: string, key: 'control' | 'shift' | 'meta'): Promise<void> {
    await (await this.called(name, OPTION)).click({ [key]: true });
  }
}
