import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { noteAt } from 'parley-client/state/notes';
import { Store } from '../chat/store';
import { isTouched } from '../chat/touch';
import { EMOJI } from '../compose/emoji';
import { emojiNamed } from '../compose/emoji-offers';
import { Icon } from '../page/icon';
import { ALL_WORDS } from '../words/later';
import { Cell, moved } from './moving';
import { RECENT, recentOf, TONE, used } from './recent';
import { CATEGORIES, found, LAST, Shelf, shelvesOf, Sign } from './shelves';
import { toneOf, TONES, toned } from './tones';

/** Most that is found. */
const MOST = 64;
/** A row's height, and that of a shelf's title (rem): a shelf that is not drawn is as high as one that is. */
const ROW = 2.75;
const TITLE = 2;
/** A shelf is drawn when it is so near to what one sees (px). */
const NEAR = 240;
/** How far it stays from the edges of the page (px). */
const GAP = 8;

const TONE_NAMES = ['noTone', 'light', 'mediumLight', 'medium', 'mediumDark', 'dark'] as const;

/** Where one chooses an emoji: by its name, among those used last, or by its kind. Its cells are a grid for the arrow keys. */
@Component({
  selector: 'parley-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  templateUrl: './picker.html',
  host: {
    '(click)': 'pressed($event)',
    '(keydown)': 'gridKey($event)',
    '(focusin)': 'reached($event)',
    '(pointerover)': 'look($event)',
  },
})
export class Picker {
  private readonly document = inject(DOCUMENT);
  protected readonly words = inject(ALL_WORDS);
  private readonly store = inject(Store);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly grid = viewChild.required<ElementRef<HTMLElement>>('grid');
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  /** What it belongs to, and stands beside where there is room. */
  readonly at = input<Element | null>(null);
  readonly picked = output<string>();
  readonly closed = output();

  protected readonly typed = signal('');
  protected readonly seen = signal<Sign | undefined>(undefined);
  protected readonly spot = signal<{ readonly top: number; readonly left: number } | undefined>(undefined);
  protected readonly tone = computed(() => toneOf(noteAt(this.store.state().notes, TONE)));
  /** As they were when it was opened: nothing moves under the pointer. */
  private readonly recent = untracked(() => recentOf(noteAt(this.store.state().notes, RECENT)));
  protected readonly shelves = computed(() =>
    this.typed().trim() === ''
      ? shelvesOf(EMOJI, this.recent, this.tone())
      : found(emojiNamed(this.typed().trim(), MOST), this.tone()),
  );
  /** The shelves whose emoji are drawn, at first those that one sees: the others follow as one comes near. */
  protected readonly drawn = linkedSignal({
    source: () => this.shelves().map(({ word }) => word),
    computation: (keys, before?: { readonly value: ReadonlySet<string> }): ReadonlySet<string> =>
      new Set([...(before?.value ?? []), ...keys.slice(0, this.recent.length ? 2 : 1)]),
  });
  private readonly lengths = computed(() => this.shelves().flatMap(({ rows }) => rows.map((row) => row.length)));
  /** How many were found, for those who don't see it. */
  protected readonly count = computed(() => {
    const count = this.lengths().reduce((sum, length) => sum + length, 0);
    return this.typed().trim() === '' ? '' : this.words().emoji.count(count);
  });
  protected readonly categories = [...(this.recent.length ? [{ word: LAST, sign: '🕘' } as const] : []), ...CATEGORIES];
  protected readonly tones = TONES;

  constructor() {
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) {
            this.draw((target as HTMLElement).dataset['shelf']);
          }
        }
      },
      { rootMargin: `${NEAR}px 0px` },
    );
    afterRenderEffect(() => {
      this.shelves();
      this.reach(this.grid().nativeElement.querySelector<HTMLElement>('[data-emoji]'));
      near.disconnect();
      this.grid()
        .nativeElement.querySelectorAll('[data-shelf]')
        .forEach((shelf) => {
          near.observe(shelf);
        });
    });
    inject(DestroyRef).onDestroy(() => {
      near.disconnect();
    });
    afterNextRender(() => {
      const dialog = this.dialog().nativeElement;
      dialog.showModal();
      this.stand(dialog);
      (isTouched(this.document.defaultView) ? this.reachable() : this.field().nativeElement)?.focus();
    });
  }

  protected sizeOf({ rows }: Shelf): string {
    return `${TITLE + rows.length * ROW}rem`;
  }

  protected toneName(tone: number): string {
    return this.words().emoji[TONE_NAMES[tone] ?? TONE_NAMES[0]];
  }

  protected hand(tone: number): string {
    return toned('✋', tone);
  }

  protected choose(tone: number): void {
    this.store.session.note(TONE, tone === 0 ? undefined : String(tone));
  }

  protected goTo(key: string): void {
    this.draw(key);
    const shelf = this.grid().nativeElement.querySelector(`[data-shelf="${key}"]`);
    shelf?.scrollIntoView({ block: 'start' });
    shelf?.querySelector('button')?.focus({ preventScroll: true });
  }

  protected typedKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.reachable()?.focus();
    } else if (event.key === 'Enter' && this.typed().trim() !== '' && !event.isComposing) {
      event.preventDefault();
      this.pick(this.shelves()[0]?.rows[0]?.[0]?.emoji);
    }
  }

  /** Whoever presses beside it has done with it. */
  protected pressed({ target }: Event): void {
    if (target === this.dialog().nativeElement) {
      this.dialog().nativeElement.close();
    } else {
      this.pick(cellOf(target)?.dataset['emoji']);
    }
  }

  /** The arrows go from cell to cell, and from the first row up to where one writes. */
  protected gridKey(event: KeyboardEvent): void {
    const from = placeOf(event.target);
    const to = from && moved(this.lengths(), from, event.key, this.isRightToLeft());
    if (to) {
      event.preventDefault();
      this.draw(this.shelves().find(({ first, rows }) => to.row < first + rows.length)?.word);
      this.cellAt(to)?.focus();
    } else if (event.key === 'ArrowUp' && from?.row === 0) {
      event.preventDefault();
      this.field().nativeElement.focus();
    }
  }

  protected reached({ target }: Event): void {
    const cell = cellOf(target);
    if (cell) {
      this.reach(cell);
      cell.scrollIntoView({ block: 'nearest' });
      this.see(cell);
    }
  }

  /** Only the cell where one is, or was last, is reached by Tab: the first, each time that there are others. */
  private reach(cell: HTMLElement | null): void {
    this.reachable()?.setAttribute('tabindex', '-1');
    cell?.setAttribute('tabindex', '0');
  }

  protected look({ target }: Event): void {
    this.see(cellOf(target));
  }

  private see(cell: HTMLElement | null): void {
    const emoji = cell?.dataset['emoji'];
    if (cell && emoji !== undefined) {
      this.seen.set({ emoji, name: cell.getAttribute('aria-label') ?? '' });
    }
  }

  private pick(emoji: string | undefined): void {
    if (emoji !== undefined) {
      this.store.session.note(RECENT, used(noteAt(this.store.state().notes, RECENT), emoji));
      this.picked.emit(emoji);
      this.dialog().nativeElement.close();
    }
  }

  /** Stands beside what it belongs to, as far as the page reaches; on a phone, at the bottom. */
  private stand(dialog: HTMLElement): void {
    const { innerWidth, innerHeight } = this.document.defaultView ?? { innerWidth: 0, innerHeight: 0 };
    const at = this.at()?.getBoundingClientRect();
    if (at && innerWidth >= 736) {
      const { width, height } = dialog.getBoundingClientRect();
      const within = (wanted: number, most: number) => Math.max(GAP, Math.min(wanted, most - GAP));
      const isAbove = at.bottom + height + GAP > innerHeight;
      this.spot.set({
        top: within(isAbove ? at.top - height - GAP : at.bottom + GAP, innerHeight - height),
        left: within(this.isRightToLeft() ? at.left : at.right - width, innerWidth - width),
      });
    }
  }

  private isRightToLeft(): boolean {
    return this.document.documentElement.dir === 'rtl';
  }

  /** Draws a shelf at once: the next step may be into it. */
  private draw(key: string | undefined): void {
    if (key !== undefined && !this.drawn().has(key)) {
      this.drawn.update((drawn) => new Set(drawn).add(key));
      this.changes.detectChanges();
    }
  }

  private cellAt({ row, column }: Cell): HTMLElement | undefined {
    return this.grid().nativeElement.querySelector(`[data-row="${row}"]`)?.children[column] as HTMLElement | undefined;
  }

  private reachable(): HTMLElement | null {
    return this.grid().nativeElement.querySelector('[data-emoji][tabindex="0"]');
  }
}

/** The cell that something is in. */
function cellOf(target: EventTarget | null): HTMLElement | null {
  return (target as Element).closest('[data-emoji]');
}

/** Where a cell stands. */
function placeOf(target: EventTarget | null): Cell | undefined {
  const cell = cellOf(target);
  const row = cell?.parentElement;
  return cell && row ? { row: Number(row.dataset['row']), column: [...row.children].indexOf(cell) } : undefined;
}
