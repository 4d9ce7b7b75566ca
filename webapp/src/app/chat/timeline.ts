import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
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
import { Avatar } from './avatar';
import { Block } from './blocks';
import { Byline } from './byline';
import { Grip } from './excerpt';
import { Grips } from './grips';
import { Line } from './line';
import { LineView } from './line-view';
import { Verb } from './may';
import { MESSAGE_KEYS } from './message-keys';
import { Place } from 'parley-client/state/place';
import { Pointing } from './pointing';
import { rowsOf } from './rows';
import { Spot } from 'parley-client/state/state';
import { Standing } from './standing';
import { Wish } from './toolbar';
import { WORDS } from '../words/speech';
import { dayName, enumerated } from '../words/words';

/** Keys that go on from where the keyboard is: other ones scroll from where one reads. */
const GOING: readonly string[] = ['ArrowUp', 'ArrowDown', 'Tab'];

/** What was said at one place, oldest above: draws what is around whoever reads it, and hears what they do to it. */
@Component({
  selector: 'parley-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Byline, Icon, LineView],
  templateUrl: './timeline.html',
})
export class Timeline {
  private readonly document = inject(DOCUMENT);
  private readonly changes = inject(ChangeDetectorRef);
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
  /** Whether it is told that this is where the room begins. */
  readonly isBegun = input(true);
  /** Whether it ends before the newest. */
  readonly isApart = input(false);
  /** Where one begins to read; nothing until that is known. */
  readonly begins = input<'new' | 'end'>();
  /** The message that one was led to. */
  readonly spot = input<Spot>();
  /** Why more could not be read. */
  readonly obstacle = input<string>();
  /** Whether there is no connection by which more could come. */
  readonly isOffline = input(false);
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

  protected readonly words = inject(WORDS);
  protected readonly rows = computed(() => rowsOf(this.blocks()));
  /** The line whose words are being changed. */
  protected readonly editing = signal<string | undefined>(undefined);
  protected readonly pointing = new Pointing(this.document);
  private readonly grips = new Grips();
  protected readonly standing = new Standing({
    view: this.view,
    place: this.place,
    rows: this.rows,
    grips: computed((): readonly Grip[] => {
      const key = this.editing();
      return [...this.grips.all(), ...(key === undefined ? [] : [{ from: key, to: key }])];
    }),
    begins: this.begins,
    spot: this.spot,
    isLoading: this.isLoading,
    isWhole: this.isWhole,
    isApart: this.isApart,
    obstacle: this.obstacle,
    draw: () => {
      this.changes.detectChanges();
    },
    ask: (page) => {
      this.turn.emit(page);
    },
  });
  /** The line that the keyboard comes to first. */
  protected readonly reachable = computed(() => {
    const lines = this.standing.drawn().filter(({ is, isAway }) => is === 'line' && !isAway);
    return lines.some(({ key }) => key === this.pointing.active()) ? this.pointing.active() : lines.at(-1)?.key;
  });
  /** The message that stands out. */
  protected readonly mark = computed(() => (this.spot()?.by === 'link' ? this.spot()?.seq : undefined));
  /** Whether the newest is on the screen. */
  readonly isAtNewest = this.standing.isAtNewest;
  /** Whether there is a way to the newest: to something new, or some way to go. */
  protected readonly isBehind = computed(
    () => this.standing.hasBegun() && !this.isAtNewest() && (this.unread() > 0 || this.standing.isFar()),
  );

  constructor() {
    effect(() => {
      this.place();
      this.standing.come();
      this.editing.set(undefined);
    });
    effect(() => {
      this.drawing();
      untracked(() => {
        this.standing.brace();
      });
    });
    afterRenderEffect(() => {
      this.drawing();
      untracked(() => {
        this.standing.settle();
      });
    });
    this.listen();
  }

  /** Goes to the newest, and stays there. */
  toNewest(): void {
    this.standing.toNewest();
    this.turn.emit('newest');
    this.changes.detectChanges();
    this.standing.settle();
  }

  /** Puts the keyboard at a line, if it is drawn. */
  focusLine(key: string): void {
    this.view()
      .nativeElement.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      ?.focus();
  }

  /** Puts the keyboard at a message, if it is drawn; whether it is. */
  focusSeq(seq: number): boolean {
    const line = this.view().nativeElement.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
    line?.focus();
    return !!line;
  }

  /** Lets the words of a message be changed, or of none any more. */
  edit(key: string | undefined): void {
    this.editing.set(key);
    if (key === undefined) {
      this.left.emit();
    } else {
      this.showLine(key);
    }
  }

  protected names(names: readonly string[]): string {
    return enumerated(names, 0, this.words());
  }

  protected dayName(day: Date): string {
    return dayName(day, new Date(), this.words());
  }

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

  /** Draws at once what can be done to the line where the keyboard is now: the next key may be the one that goes there. */
  protected focused(event: FocusEvent): void {
    this.grips.focus(event.target, this.document);
    this.pointing.focused(event);
    this.changes.detectChanges();
  }

  protected blurred(event: FocusEvent): void {
    this.grips.focus(event.relatedTarget, this.document);
    this.pointing.blurred(event);
  }

  protected tapped(event: Event): void {
    if (this.pointing.tapped(event)) {
      this.changes.detectChanges();
      this.view().nativeElement.querySelector('parley-toolbar')?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** The arrows go from message to message, End to the newest, and Escape back to where one writes. */
  protected pressed(event: KeyboardEvent): void {
    this.pointing.typed();
    const target = event.target as Element;
    const line = target.closest<HTMLElement>('[data-key]');
    const isWriting = !!target.closest('textarea');
    if (line?.closest('.away') && (isWriting || GOING.includes(event.key))) {
      this.showLine(line.dataset['key']);
    }
    if (isWriting || event.altKey) {
      return;
    }
    const wish = line === target && MESSAGE_KEYS.find(({ key }) => key === event.key);
    if (wish && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.wishFor(line.dataset['key'], wish.verb);
    } else if (event.key === 'End') {
      event.preventDefault();
      this.toNewest();
    } else if (event.key === 'Escape' && line) {
      event.stopPropagation();
      this.left.emit();
    } else if (line && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const lines = [...this.view().nativeElement.querySelectorAll<HTMLElement>('[data-key]')];
      lines[lines.indexOf(line) + (event.key === 'ArrowUp' ? -1 : 1)]?.focus();
    }
  }

  private wishFor(key: string | undefined, wish: Verb): void {
    const row = this.rows().find((one) => one.key === key);
    if (row?.is === 'line' && row.line.verbs?.includes(wish)) {
      this.wished(row.line, wish);
    }
  }

  /** Shows the last message above that was refused. */
  protected toRefused(): void {
    const line = this.standing.show(this.standing.refusedAbove().at(-1), 'center');
    line?.querySelector<HTMLElement>('.refusal button')?.focus({ preventScroll: true });
  }

  /** All that what is drawn depends on, and where one stands. */
  private drawing(): void {
    this.standing.drawn();
    this.begins();
    this.spot();
    this.pointing.active();
    this.editing();
  }

  private showLine(key: string | undefined): void {
    const row = this.rows().find((one) => one.key === key);
    this.standing.show(row, 'nearest');
  }

  /** Hears by itself what comes too often to have all checked each time. */
  private listen(): void {
    const resized = new ResizeObserver(() => {
      this.standing.settle();
    });
    const selected = () => {
      this.grips.select(this.document.getSelection(), this.view().nativeElement);
    };
    this.document.addEventListener('selectionchange', selected);
    afterRenderEffect(() => {
      const view = this.view().nativeElement;
      resized.observe(view);
      this.pointing.watch(view);
      view.addEventListener('scroll', () => {
        this.standing.scrolled();
      });
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
      this.document.removeEventListener('selectionchange', selected);
    });
  }
}
