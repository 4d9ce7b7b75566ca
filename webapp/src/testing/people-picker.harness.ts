import { ChoosingHarness } from './choosing.harness';

/** Where people are chosen by some letters of their names. */
export class PeoplePickerHarness extends ChoosingHarness {
  static readonly hostSelector = 'parley-people-picker';

  protected readonly label = '.name';

  /** Who is chosen. */
  async people(): Promise<readonly string[]> {
    return this.texts('.chip bdi');
  }

  /** What stands beside those who are offered. */
  async asides(): Promise<readonly string[]> {
    return this.texts('[role="option"] .aside');
  }
}
