import { ChoosingHarness } from './choosing.harness';

/** Where one writes, as one sees it. */
export class ComposerHarness extends ChoosingHarness {
  static readonly hostSelector = 'parley-composer';

  protected readonly label = '.label';
  private readonly textarea = this.locatorFor('textarea');

  async leave(): Promise<void> {
    await (await this.textarea()).blur();
  }

  /** What the field is called. */
  async name(): Promise<string | undefined> {
    return this.textIn('label');
  }

  /** What is marked of the text. */
  async marked(): Promise<string> {
    const { selectionStart, selectionEnd, value } = document.activeElement as HTMLTextAreaElement;
    await this.forceStabilize();
    return value.slice(selectionStart, selectionEnd);
  }

  /** Marks these words of it. */
  async mark(words: string): Promise<void> {
    await this.focus();
    const field = document.activeElement as HTMLTextAreaElement;
    const start = field.value.indexOf(words);
    field.setSelectionRange(start, start + words.length);
    await (await this.textarea()).dispatchEvent('keyup');
  }

  async paste(text: string): Promise<void> {
    await this.focus();
    await (await this.textarea()).dispatchEvent('paste', { clipboardData: { getData: () => text } as never });
  }

  /** Why what was written can't be done. */
  async obstacle(): Promise<string | undefined> {
    return this.textIn('[role="alert"]');
  }

  /** What is said of the room that is left. */
  async left(): Promise<string | undefined> {
    return this.textIn('form [role="status"]');
  }

  /** Whether the text is marked as wrong. */
  async isInvalid(): Promise<boolean> {
    return (await this.attribute('aria-invalid')) === 'true';
  }

  async isSayable(): Promise<boolean> {
    return (await (await this.called('Send')).getAttribute('aria-disabled')) === 'false';
  }

  /** Chooses an emoji of those that are shown to choose from. */
  async choose(emoji: string): Promise<void> {
    await (await this.documentRootLocatorFactory().locatorFor(`[role="gridcell"][aria-label="${emoji}"]`)()).click();
  }

  /** How much is offered, for those who don't see it. */
  async suggestions(): Promise<string | undefined> {
    return this.textIn('.visually-hidden[role="status"]');
  }
}
