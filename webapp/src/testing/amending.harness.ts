import { PartHarness } from './part.harness';

/** Where one puts in other words what one has said. */
export class AmendingHarness extends PartHarness {
  static readonly hostSelector = 'parley-amending';

  private readonly field = this.locatorFor('textarea');

  async text(): Promise<string> {
    return (await this.field()).getProperty<string>('value');
  }

  /** Empties the field. */
  async clear(): Promise<void> {
    await (await this.field()).clear();
  }

  /** What is said of the room that is left. */
  async left(): Promise<string | undefined> {
    return this.textIn('[role="status"]');
  }

  /** Whether the text is marked as wrong. */
  async isInvalid(): Promise<boolean> {
    return (await (await this.field()).getAttribute('aria-invalid')) === 'true';
  }

  /** Whether the button of this name does something. */
  async isOffered(name: string): Promise<boolean> {
    return (await (await this.called(name)).getAttribute('aria-disabled')) !== 'true';
  }
}
