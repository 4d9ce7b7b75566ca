import { DialogHarness } from './dialog.harness';

/** What a room is, who is in it, and what one can do to it. */
export class DetailsHarness extends DialogHarness {
  static override readonly hostSelector = 'parley-details';

  /** Who is in the room, and how. */
  async people(): Promise<readonly string[]> {
    return this.texts('.people .name, .people .aside');
  }

  /** What came of what was done last. */
  async told(): Promise<string | undefined> {
    return this.textIn('.told');
  }

  /** Who is chosen to be invited. */
  async chosen(): Promise<readonly string[]> {
    return this.texts('.chip bdi');
  }

  /** What can be done to the room and to people, besides closing this. */
  async verbs(): Promise<readonly string[]> {
    return (await this.names('button:not([role])')).filter((name) => name !== 'Close');
  }
}
