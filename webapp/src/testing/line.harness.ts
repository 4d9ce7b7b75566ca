import { PartHarness } from './part.harness';

const REACTION = '.reactions button';
const TOOL = '[role="toolbar"] button';

/** One message, as one sees it. */
export class LineHarness extends PartHarness {
  static readonly hostSelector = 'parley-line';

  /** What was said. */
  async says(): Promise<string | undefined> {
    return this.textIn('.markdown');
  }

  /** What is told of it besides: that it is edited, pinned, on its way, … */
  async states(): Promise<readonly string[]> {
    return this.texts('.deleted, .edited, .state');
  }

  /** Why it, or an edit of it, was refused. */
  async refusal(): Promise<string | undefined> {
    return this.textIn('[role="alert"] .why');
  }

  /** What can be done about that. */
  async remedies(): Promise<readonly string[]> {
    return this.names('[role="alert"] button');
  }

  async reactions(): Promise<readonly string[]> {
    return this.texts(REACTION);
  }

  /** The reactions that are the reader's own. */
  async ownReactions(): Promise<readonly string[]> {
    return this.texts(`${REACTION}[aria-pressed="true"]`);
  }

  /** Who has reacted so, as everyone is told. */
  async whoReacted(emoji: string): Promise<string | null> {
    return (await this.reaction(emoji)).getAttribute('aria-description');
  }

  async canReact(emoji: string): Promise<boolean> {
    return (await (await this.reaction(emoji)).getAttribute('aria-disabled')) === 'false';
  }

  async pressReaction(emoji: string): Promise<void> {
    await (await this.reaction(emoji)).click();
  }

  /** Presses the other button of a mouse on a reaction. */
  async asideReaction(emoji: string): Promise<void> {
    await (await this.reaction(emoji)).rightClick(0, 0);
  }

  /** Does with a finger on a reaction what a browser tells of by this event. */
  async touchReaction(emoji: string, type: string): Promise<void> {
    await (await this.reaction(emoji)).dispatchEvent(type, { pointerType: 'touch' });
  }

  /** What one can do to it. */
  async tools(): Promise<readonly string[]> {
    return this.names(TOOL);
  }

  /** Puts the focus on one of them. */
  async focusTool(name: string): Promise<void> {
    await (await this.called(name, TOOL)).focus();
  }

  /** Whether it is marked as one for the reader. */
  async isToMe(): Promise<boolean> {
    return (await this.host()).hasClass('to-me');
  }

  private async reaction(emoji: string) {
    const names = await this.texts(`${REACTION} span:first-child`);
    const reaction = (await this.locatorForAll(REACTION)())[names.indexOf(emoji)];
    if (!reaction) {
      throw new Error(`nobody has reacted with ${emoji}`);
    }
    return reaction;
  }
}
