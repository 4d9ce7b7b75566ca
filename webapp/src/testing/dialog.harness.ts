import { PartHarness } from './part.harness';

/** Something that asks before one goes on. */
export class DialogHarness extends PartHarness {
  static readonly hostSelector: string = ':has(> dialog)';

  async isOpen(): Promise<boolean> {
    return (await this.locatorForOptional('dialog[open]')()) !== null;
  }

  /** What it asks. */
  async title(): Promise<string | undefined> {
    return this.textIn('h2');
  }

  /** What it says besides. */
  async says(): Promise<readonly string[]> {
    return this.texts('p:not(.refusal)');
  }

  /** Why something was not done. */
  async refusal(): Promise<string | undefined> {
    return this.textIn('.refusal');
  }

  /** Types something in place of what stands where the focus is. */
  async fill(text: string): Promise<void> {
    (document.activeElement as HTMLInputElement).select();
    await this.press('Backspace');
    await this.type(text);
  }

  /** Has a field hold this, as by what a browser shows for it. */
  async set(value: string): Promise<void> {
    await (await this.locatorFor('input')()).setInputValue(value);
  }

  /** What stands where the focus is. */
  async filled(): Promise<string> {
    await this.forceStabilize();
    return (document.activeElement as HTMLInputElement).value;
  }

  /** Chooses one of several. */
  async choose(name: string): Promise<void> {
    await this.click(name, 'label');
  }

  /** Puts the focus where this is asked for. */
  async goTo(label: string): Promise<void> {
    const id = await (await this.called(label, 'label')).getAttribute('for');
    await (await this.locatorFor(`[id="${id ?? ''}"]`)()).focus();
  }
}
