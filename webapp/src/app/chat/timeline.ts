import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '../page/icon';
import { Amending } from './amending';
import { Anchor } from './anchor';
import { Avatar } from './avatar';
import { Block, Line } from './blocks';
import { DayPipe, TimePipe } from './day';
import { Place } from './place';
import { enumerate } from './words';

/** More is read when less than this many screens are left to scroll. */
const AHEAD = 1.5;

/**
 * What was said at one place, oldest above.
 *
 * ## Two ways of standing
 * It is stuck at the bottom, and then stays there whatever comes or grows; or somebody has gone up to read, and then
 * what they read stays where it is. Within one pixel counts as the bottom.
 */
@Component({
  selector: 'parley-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Amending, Avatar, DayPipe, Icon, TimePipe],
  templateUrl: './timeline.html',
})
export class Timeline {
  private readonly view = viewChild.required<ElementRef<HTMLElement>>('view');

  readonly place = input.required<Place>();
  /** What the place is called. */
  readonly label = input.required<string>();
  readonly blocks = input.required<readonly Block[]>();
  /** How many messages nobody has looked at. */
  readonly unread = input(0);
  /** Whether it is still on its way here. */
  readonly isLoading = input(false);
  /** Whether it begins with the first that was ever said there. */
  readonly isWhole = input(true);
  /** Whether it ends before the newest. */
  readonly isApart = input(false);
  /** Why more could not be read. */
  readonly obstacle = input<string>();
  /** Most code points a message; 0 for no limit. */
  readonly limit = input(0);
  readonly retry = output<string>();
  /** What was refused is to be sent in these words. */
  readonly edit = output<{ readonly ref: string; readonly content: string }>();
  readonly discard = output<string>();
  /** Somebody comes to the beginning of what is shown, … */
  readonly older = output();
  /** … or to its end, which is not the newest, … */
  readonly newer = output();
  /** … or wants to see the newest, … */
  readonly newest = output();
  /** … or what could not be read. */
  readonly again = output();

  protected readonly editing = signal<string | undefined>(undefined);
  /** How many refused messages stand above what is on the screen. */
  protected readonly refusedAbove = signal(0);

  private readonly stuck = signal(true);
  /** Where it was last taken down to. */
  private bottom = 0;
  /** Whether the newest is on the screen. */
  readonly isAtNewest = computed(() => this.stuck() && !this.isApart());
  private readonly anchor = computed(() => new Anchor(this.view().nativeElement));

  constructor() {
    effect(() => {
      this.place();
      this.bottom = 0;
      this.stuck.set(true);
    });
    afterRenderEffect(() => {
      this.blocks();
      untracked(() => {
        this.settle();
      });
    });
    const resized = new ResizeObserver(() => {
      this.settle();
    });
    afterRenderEffect(() => {
      resized.observe(this.view().nativeElement);
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
    });
  }

  /** Goes to the newest, and stays there. */
  toNewest(): void {
    this.bottom = 0;
    this.stuck.set(true);
    if (this.isApart()) {
      this.newest.emit();
    }
    this.settle();
  }

  protected readonly enumerate = enumerate;

  /** Why a message was refused. */
  protected textOf({ stage }: Line): string {
    return stage?.is === 'refused' ? stage.text : '';
  }

  protected contentOf({ segments }: Line): string {
    return segments.map(({ text }) => text).join('');
  }

  protected amend(ref: string, content: string): void {
    this.editing.set(undefined);
    this.edit.emit({ ref, content });
  }

  /** Shows the last message above that was refused. */
  protected toRefused(): void {
    const line = this.linesAbove().at(-1);
    line?.scrollIntoView({ block: 'center' });
    line?.querySelector('button')?.focus({ preventScroll: true });
  }

  protected scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.view().nativeElement;
    this.stuck.set(scrollHeight - scrollTop - clientHeight <= 1);
    this.look();
  }

  /** Sees what is on the screen now, and asks for more where that is near an end. */
  private look(): void {
    this.anchor().hold();
    this.refusedAbove.set(this.linesAbove().length);
    const { scrollHeight, scrollTop, clientHeight } = this.view().nativeElement;
    if (this.isLoading() || this.obstacle() !== undefined) {
      return;
    }
    if (!this.isWhole() && scrollTop < AHEAD * clientHeight) {
      this.older.emit();
    } else if (this.isApart() && scrollHeight - scrollTop - clientHeight < AHEAD * clientHeight) {
      this.newer.emit();
    }
  }

  private linesAbove(): readonly Element[] {
    const view = this.view().nativeElement;
    const { top } = view.getBoundingClientRect();
    return [...view.querySelectorAll('[data-stage="refused"]')].filter(
      (line) => line.getBoundingClientRect().bottom < top,
    );
  }

  /** Who has gone up since is left there, though the event that tells of it has yet to come. */
  private settle(): void {
    const view = this.view().nativeElement;
    const wentUp = view.scrollTop < Math.min(this.bottom, view.scrollHeight - view.clientHeight) - 1;
    if (this.stuck() && !wentUp && !this.isApart()) {
      view.scrollTop = view.scrollHeight;
      this.bottom = view.scrollTop;
    } else {
      this.anchor().keep();
    }
    this.look();
  }
}
