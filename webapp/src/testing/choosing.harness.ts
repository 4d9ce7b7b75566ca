import { PartHarness } from './part.harness';

/** Something that is offered to choose from. */
export const OPTION = '[role="option"]';

/** A field where what one types is looked for, and a list of what may be meant. */
export abstract class ChoosingHarness extends PartHarness {
  /** Where the label of an option stands. */
  protected abstract readonly label: string;

  private readonly field = this.locatorFor('input, textarea');

  async focus(): Promise<void> {
    await (await this.field()).focus();
  }

  /** What stands in the field. */
  async text(): Promise<string> {
    return (await this.field()).getProperty<string>('value');
  }

  /** Types a text into the field. */
  async write(text: string): Promise<void> {
    await this.focus();
    await this.type(text);
  }

  /** What is offered. */
  async options(): Promise<readonly string[]> {
    return this.texts(`${OPTION} ${this.label}`);
  }

  /** Which of it the field says is chosen, and the list shows so. */
  async chosen(): Promise<string | undefined> {
    const id = await this.attribute('aria-activedescendant');
    return id === null ? undefined : this.textIn(`${OPTION}[aria-selected="true"][id="${id}"] ${this.label}`);
  }

  /** What the field says of itself. */
  async attribute(name: string): Promise<string | null> {
    return (await this.field()).getAttribute(name);
  }
}
