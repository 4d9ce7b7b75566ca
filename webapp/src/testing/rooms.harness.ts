import { DoorHarness } from './door.harness';
import { MenuHarness } from './menu.harness';
import { PartHarness } from './part.harness';

/** The places that one knows, the way to others, and who one is. */
export class RoomsHarness extends PartHarness {
  static readonly hostSelector = 'parley-rooms';

  /** The menu of a door, if it is open. */
  readonly menu = this.locatorForOptional(MenuHarness);
  private readonly doors = this.locatorForAll(DoorHarness);

  /** What is listed, each under what it is of. */
  async list(): Promise<readonly string[]> {
    return this.texts('h2, parley-door .name');
  }

  /** The views, with how much each has. */
  async views(): Promise<readonly string[]> {
    return this.names('.views a');
  }

  /** Which one is open. */
  async view(): Promise<string | undefined> {
    return this.textIn('.views a[aria-current="page"] .name');
  }

  /** Goes through the door of this place. */
  async enter(label: string): Promise<void> {
    const labels = await this.texts('parley-door .name');
    await (await (await this.doors())[labels.indexOf(label)]?.host())?.click();
  }

  /** Whether the button of this name has opened something. */
  async hasOpened(name: string): Promise<boolean> {
    return (await (await this.called(name)).getAttribute('aria-expanded')) === 'true';
  }

  /** Types where one goes to a place by its name. */
  async visit(name: string): Promise<void> {
    await (await this.field()).focus();
    await this.type(name);
    await this.press('Enter');
  }

  /** What stands there. */
  async typed(): Promise<string> {
    return (await this.field()).getProperty<string>('value');
  }

  private readonly field = this.locatorFor('input');
}
