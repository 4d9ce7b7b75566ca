import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../page/icon';
import { Avatar } from './avatar';
import { Block, Line } from './blocks';
import { DayPipe, TimePipe } from './day';
import { Place } from './place';
import { enumerate } from './words';

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
  imports: [Avatar, DayPipe, Icon, TimePipe],
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
  readonly retry = output<string>();
  readonly discard = output<string>();

  private readonly stuck = signal(true);
  /** Whether the newest is on the screen. */
  readonly isAtNewest = this.stuck.asReadonly();

  constructor() {
    effect(() => {
      this.place();
      this.stuck.set(true);
    });
    afterRenderEffect(() => {
      this.blocks();
      this.settle();
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
    this.stuck.set(true);
    this.settle();
  }

  protected readonly enumerate = enumerate;

  /** Why a message was refused. */
  protected textOf({ stage }: Line): string {
    return stage?.is === 'refused' ? stage.text : '';
  }

  protected scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.view().nativeElement;
    this.stuck.set(scrollHeight - scrollTop - clientHeight <= 1);
  }

  private settle(): void {
    if (this.stuck()) {
      const view = this.view().nativeElement;
      view.scrollTop = view.scrollHeight;
    }
  }
}
