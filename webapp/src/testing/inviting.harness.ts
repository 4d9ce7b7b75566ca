import { ChoosingHarness } from './choosing.harness';

/** Where one chooses the room that somebody is to be invited to. */
export class InvitingHarness extends ChoosingHarness {
  static readonly hostSelector = 'parley-inviting';

  protected readonly label = '.name';

  /** What came of it, or why nothing can. */
  async status(): Promise<string | undefined> {
    return this.textIn('[role="status"]');
  }
}
