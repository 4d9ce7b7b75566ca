import { ChoosingHarness, OPTION } from './choosing.harness';

/** Where one looks through the public rooms. */
export class BrowsingHarness extends ChoosingHarness {
  static readonly hostSelector = 'parley-browsing';

  protected readonly label = '.name';

  /** What stands beside the rooms, and what Enter does. */
  async asides(): Promise<readonly string[]> {
    return this.texts(`${OPTION} .aside, ${OPTION} .verb`);
  }

  /** What is told of how much was found. */
  async status(): Promise<string | undefined> {
    return this.textIn('[role="status"]');
  }

  async isOpen(): Promise<boolean> {
    return (await this.locatorForOptional('dialog[open]')()) !== null;
  }
}
