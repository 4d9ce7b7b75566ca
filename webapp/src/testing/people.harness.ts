import { MenuHarness } from './menu.harness';
import { PartHarness } from './part.harness';

/** Who is in a room. */
export class PeopleHarness extends PartHarness {
  static readonly hostSelector = 'parley-people';

  /** The menu of a person, if it is open. */
  readonly menu = this.locatorForOptional(MenuHarness);

  async people(): Promise<readonly string[]> {
    return this.texts('.person .name');
  }

  /** What stands beside their names. */
  async asides(): Promise<readonly string[]> {
    return this.texts('.aside');
  }

  /** Where one goes to write to them, by what those links are called. */
  async links(): Promise<readonly string[]> {
    return this.texts('a .visually-hidden');
  }

  /** How many of them are shown as here now. */
  async present(): Promise<number> {
    return (await this.locatorForAll('parley-avatar.here')()).length;
  }
}
