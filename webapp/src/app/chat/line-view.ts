import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, output } from '@angular/core';
import { Markdown } from '../markdown/markdown';
import { READER } from '../markdown/reader';
import { Icon } from '../page/icon';
import { Amending } from './amending';
import { Chip, Line } from './line';
import { Toolbar, Wish } from './toolbar';
import { WORDS } from '../words/speech';
import { refusalText } from '../words/refusal';
import { momentName } from '../words/words';

/** A finger that stays so long (ms) wants to know more. */
const HOLD = 500;

/** One message. */
@Component({
  selector: 'parley-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Amending, Icon, Markdown, Toolbar],
  templateUrl: './line-view.html',
  host: {
    class: 'line',
    '[class.to-me]': 'line().isToMe',
    '[class.changing]': 'line().isChanging',
    '[attr.data-key]': 'line().key',
    '[attr.data-seq]': 'line().seq',
    '[attr.data-stage]': 'line().stage?.is',
  },
})
export class LineView {
  readonly line = input.required<Line>();
  /** Most code points a message; 0 for no limit. */
  readonly limit = input(0);
  /** Whether its words are being changed. */
  readonly isEditing = input(false);
  /** Whether what one can do to it is offered. */
  readonly isActive = input(false);
  /** The words are to be changed, or not any more. */
  readonly editing = output<boolean>();
  /** It is to have these words. */
  readonly reword = output<string>();
  /** What was refused is to be sent again, … */
  readonly retry = output();
  /** … or not any more. */
  readonly discard = output();
  readonly wish = output<Wish>();

  protected readonly words = inject(WORDS);
  protected readonly reader = READER.value;
  /** Whether there is anything besides its words, as there mostly isn't. */
  protected readonly isMore = computed(() => {
    const { isPinned, reactions, replies, link, isChanging, refused, stage } = this.line();
    return [isPinned, reactions, replies, link, isChanging, refused, stage].some(Boolean);
  });
  protected readonly canReact = computed(() => this.line().verbs?.includes('react') ?? false);
  /** Why it, or an edit of it, was refused. */
  protected readonly refusal = computed(() => {
    const { stage, refused } = this.line();
    const why = stage?.is === 'refused' ? stage : refused?.why;
    return why && refusalText(why, this.words());
  });
  /** The words to begin with when they are changed: those that were refused are not lost. */
  protected readonly content = computed(() => {
    const { content, refused } = this.line();
    return refused?.content ?? content;
  });

  private held: ReturnType<typeof setTimeout> | undefined;
  /** Whether what was pressed was held until it told who has reacted. */
  private isHeld = false;

  /** A moment in few words. */
  protected lately(at: Date): string {
    return momentName(at, new Date(), this.words());
  }

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.release();
    });
  }

  protected press({ emoji }: Chip): void {
    if (this.canReact() && !this.isHeld) {
      this.wish.emit({ emoji });
    }
    this.isHeld = false;
  }

  /** A finger that stays on a reaction asks whose it is, as the other button of a mouse does. */
  protected hold({ pointerType }: PointerEvent): void {
    this.isHeld = false;
    if (pointerType !== 'mouse') {
      this.held = setTimeout(() => {
        this.isHeld = true;
        this.wish.emit('reactors');
      }, HOLD);
    }
  }

  protected release(): void {
    clearTimeout(this.held);
  }

  /** Some screens send this for a finger that stays, too. */
  protected showReactors(event: Event): void {
    event.preventDefault();
    this.release();
    if (!this.isHeld) {
      this.wish.emit('reactors');
    }
  }
}
