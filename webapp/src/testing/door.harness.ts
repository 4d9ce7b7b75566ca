import { PartHarness } from './part.harness';

/** A door in the list. */
export class DoorHarness extends PartHarness {
  static readonly hostSelector = 'parley-door';

  /** What is told of it to those who don't see its signs. */
  async tells(): Promise<readonly string[]> {
    return this.texts('.visually-hidden');
  }

  /** Whether it is shown as one of this kind. */
  async is(kind: 'unread' | 'muted'): Promise<boolean> {
    return (await this.link()).hasClass(kind);
  }

  /** Whether it is the one that is open. */
  async isCurrent(): Promise<boolean> {
    return (await (await this.link()).getAttribute('aria-current')) === 'page';
  }

  /** Where it leads. */
  async leadsTo(): Promise<string | null> {
    return (await this.link()).getAttribute('href');
  }

  /** Whether its number is one of messages that are for its reader. */
  async isForReader(): Promise<boolean> {
    return (await this.locatorForOptional('.badge.to-me')()) !== null;
  }

  private readonly link = this.locatorFor('a');
}
