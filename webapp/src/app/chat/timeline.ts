import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '../page/icon';
import { Anchor } from './anchor';
import { Avatar } from './avatar';
import { Block } from './blocks';
import { DayPipe, TimePipe } from './day';
import { Line } from './line';
import { LineView } from './line-view';
import { Place } from 'parley-client/state/place';
import { Spot } from 'parley-client/state/state';
import { Wish } from './toolbar';
import { isTouched } from './touch';
import { enumerate } from 'parley-client/state/words';

/** More is read when less than this many screens are left to scroll. */
const AHEAD = 1.5;

/**
 * What was said at one place, oldest above.
 *
 * ## Two ways of standing
 * It is stuck at the bottom, and then stays there whatever comes or grows; or somebody has gone up to read, and then
 * what they read stays where it is. Within one pixel counts as the bottom.
 *
 * ## Where one begins
 * At the bottom, until it is known where one is to begin: at what is new, or where a link has led. Only then the bottom
 * counts as having been seen.
 */
@Component({
  selector: 'parley-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, DayPipe, Icon, LineView, TimePipe],
  templateUrl: './timeline.html',
})
export class Timeline {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly view = viewChild.required<ElementRef<HTMLElement>>('view');

  readonly place = input<Place>();
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
  /** Where one begins to read; nothing until that is known. */
  readonly begins = input<'new' | 'end'>();
  /** The message that one was led to. */
  readonly spot = input<Spot>();
  /** Why more could not be read. */
  readonly obstacle = input<string>();
  /** Most code points a message; 0 for no limit. */
  readonly limit = input(0);
  /** The link to a message. */
  readonly linkTo = input.required<(seq: number) => string>();
  /** What was refused is to be sent again, … */
  readonly retry = output<Line>();
  /** … or not any more. */
  readonly discard = output<Line>();
  /** A message is to have these words. */
  readonly reword = output<{ readonly line: Line; readonly content: string }>();
  readonly wish = output<{ readonly line: Line; readonly wish: Wish }>();
  /** Somebody comes to an end of what is shown, or wants to see the newest, or what could not be read. */
  readonly turn = output<'older' | 'newer' | 'newest' | 'again'>();
  /** Somebody is done with the messages. */
  readonly left = output();

  /** The line whose words are being changed. */
  protected readonly editing = signal<string | undefined>(undefined);
  /** The line that one points at, or is at with the keyboard. */
  protected readonly active = signal<string | undefined>(undefined);
  /** The line that the keyboard comes to first. */
  protected readonly reachable = computed(() => {
    const lines = this.blocks().flatMap((block) => (block.is === 'said' ? block.lines : []));
    return lines.some(({ key }) => key === this.active()) ? this.active() : lines.at(-1)?.key;
  });
  /** The message that stands out. */
  protected readonly mark = computed(() => (this.spot()?.by === 'link' ? this.spot()?.seq : undefined));
  /** How many refused messages stand above what is on the screen. */
  protected readonly refusedAbove = signal(0);
  protected readonly hasBegun = linkedSignal({ source: this.place, computation: () => false });

  private readonly stuck = linkedSignal({ source: this.place, computation: () => true });
  /** Where it was last taken down to. */
  private bottom = 0;
  private led: Spot | undefined;
  /** Whether the pointer has moved since a key was pressed. */
  private isPointing = false;
  private readonly anchor = computed(() => new Anchor(this.view().nativeElement));
  /** Whether the newest is on the screen. */
  readonly isAtNewest = computed(() => this.hasBegun() && this.stuck() && !this.isApart());

  constructor() {
    effect(() => {
      this.place();
      this.bottom = 0;
      this.editing.set(undefined);
    });
    afterRenderEffect(() => {
      this.blocks();
      this.begins();
      this.spot();
      this.active();
      this.editing();
      untracked(() => {
        this.settle();
      });
    });
    const resized = new ResizeObserver(() => {
      this.settle();
    });
    afterRenderEffect(() => {
      const view = this.view().nativeElement;
      resized.observe(view);
      view.addEventListener('pointermove', (event) => {
        this.moved(event); // outside of the template, where each of so many would have the view checked
      });
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
    });
  }

  /** Goes to the newest, and stays there. */
  toNewest(): void {
    this.bottom = 0;
    this.stuck.set(true);
    this.hasBegun.set(true);
    this.turn.emit('newest');
    this.settle();
  }

  /** Lets the words of a message be changed, or of none any more. */
  edit(key: string | undefined): void {
    this.editing.set(key);
    if (key === undefined) {
      this.left.emit();
    }
  }

  protected readonly enumerate = enumerate;

  protected reworded(line: Line, content: string): void {
    this.edit(undefined);
    this.reword.emit({ line, content });
  }

  protected wished(line: Line, wish: Wish): void {
    if (wish === 'edit') {
      this.edit(line.key);
    } else {
      this.wish.emit({ line, wish });
    }
  }

  /** What comes to lie under a pointer that rests is not pointed at. */
  protected pointed({ pointerType, target }: PointerEvent): void {
    if (pointerType === 'mouse' && this.isPointing && !this.isPicking()) {
      this.active.set(keyAt(target));
    }
  }

  /** Whoever chooses a reaction stays with its message, though the row of signs may be shorter than that of buttons. */
  private isPicking(): boolean {
    return !!this.document.activeElement?.closest('parley-toolbar .emoji');
  }

  /** Who points elsewhere may still be here with the keyboard. */
  protected unpointed({ pointerType }: PointerEvent): void {
    if (pointerType === 'mouse') {
      const focused = this.document.activeElement;
      this.active.set(this.view().nativeElement.contains(focused) ? keyAt(focused) : undefined);
    }
  }

  private moved(event: PointerEvent): void {
    const isNowhere = !this.isPointing || this.active() === undefined;
    if (isNowhere && (event.movementX !== 0 || event.movementY !== 0)) {
      this.isPointing = true;
      this.pointed(event);
    }
  }

  protected focused({ target }: FocusEvent): void {
    if (!isTouched(this.document.defaultView)) {
      this.active.set(keyAt(target) ?? this.active());
    }
  }

  /** What had the focus may just have gone: then one is still here. */
  protected blurred({ relatedTarget }: FocusEvent): void {
    if (relatedTarget && !this.view().nativeElement.contains(relatedTarget as Node)) {
      this.active.set(undefined);
    }
  }

  /** On a screen, a tap offers what can be done, and another one takes that away. */
  protected tapped({ target }: Event): void {
    const key = keyAt(target);
    if (isTouched(this.document.defaultView) && !(target as Element).closest('a, button, textarea')) {
      this.active.set(key === this.active() ? undefined : key);
      const view = this.view().nativeElement;
      afterNextRender(() => view.querySelector('parley-toolbar')?.scrollIntoView({ block: 'nearest' }), {
        injector: this.injector,
      });
    }
  }

  /** The arrows go from message to message, and Escape back to where one writes. */
  protected pressed(event: KeyboardEvent): void {
    this.isPointing = false;
    const line = (event.target as Element).closest('[data-key]');
    const isWriting = (event.target as Element).closest('textarea');
    if (!line || isWriting || event.altKey) {
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.left.emit();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const lines = [...this.view().nativeElement.querySelectorAll<HTMLElement>('[data-key]')];
      lines[lines.indexOf(line as HTMLElement) + (event.key === 'ArrowUp' ? -1 : 1)]?.focus();
    }
  }

  /** Shows the last message above that was refused. */
  protected toRefused(): void {
    const line = this.linesAbove().at(-1);
    line?.scrollIntoView({ block: 'center' });
    line?.querySelector<HTMLElement>('.refusal button')?.focus({ preventScroll: true });
  }

  protected scrolled(): void {
    this.stuck.set(this.isAtEnd());
    if (!this.stuck()) {
      this.hasBegun.set(true);
    }
    this.look();
  }

  private isAtEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.view().nativeElement;
    return scrollHeight - scrollTop - clientHeight <= 1;
  }

  /** Sees what is on the screen now, and asks for more where that is near an end. */
  private look(): void {
    this.anchor().hold();
    this.refusedAbove.set(this.linesAbove().length);
    const { scrollHeight, scrollTop, clientHeight } = this.view().nativeElement;
    if (!this.hasBegun() || this.isLoading() || this.obstacle() !== undefined) {
      return;
    }
    if (!this.isWhole() && scrollTop < AHEAD * clientHeight) {
      this.turn.emit('older');
    } else if (this.isApart() && scrollHeight - scrollTop - clientHeight < AHEAD * clientHeight) {
      this.turn.emit('newer');
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
    if (this.lead() || this.begin()) {
      this.stuck.set(this.isAtEnd());
      this.bottom = this.stuck() ? view.scrollTop : 0;
    } else if (this.stuck() && !wentUp && !this.isApart()) {
      view.scrollTop = view.scrollHeight;
      this.bottom = view.scrollTop;
    } else {
      this.anchor().keep();
    }
    this.look();
  }

  /** Goes where one was led to, once; whether it went. */
  private lead(): boolean {
    const spot = this.spot();
    const line = spot && this.view().nativeElement.querySelector<HTMLElement>(`[data-seq="${spot.seq}"]`);
    if (!line || spot === this.led) {
      return false;
    }
    this.led = spot;
    this.hasBegun.set(true);
    line.scrollIntoView({ block: spot.by === 'link' ? 'center' : 'start' });
    line.focus({ preventScroll: true });
    return true;
  }

  /** Goes where one begins to read, once that is known; whether it went. */
  private begin(): boolean {
    if (this.hasBegun() || !this.begins() || this.isLoading()) {
      return false;
    }
    this.hasBegun.set(true);
    const line = this.begins() === 'new' ? this.view().nativeElement.querySelector('.new') : undefined;
    line?.scrollIntoView({ block: 'start' });
    return !!line;
  }
}

/** The line that something is in. */
function keyAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? undefined) : undefined;
}
