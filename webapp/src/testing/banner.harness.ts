import { PartHarness } from './part.harness';

/** The sentence above the timeline. */
export class BannerHarness extends PartHarness {
  static readonly hostSelector = 'parley-banner';

  private readonly sentence = this.locatorForOptional('p > span');

  /** What it says, without the seconds that it counts. */
  async says(): Promise<string | undefined> {
    return (await this.sentence())?.text({ exclude: '.left' });
  }

  async tone(): Promise<string | null | undefined> {
    return (await this.locatorForOptional('p')())?.getAttribute('data-tone');
  }

  /** In how many seconds it goes on by itself. */
  async left(): Promise<string | undefined> {
    return this.textIn('.left');
  }

  /** What is read out where it changes. */
  async isReadOut(): Promise<boolean> {
    return (await (await this.host()).getAttribute('role')) === 'status';
  }
}
