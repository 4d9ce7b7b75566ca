import { computed, linkedSignal, Signal, signal } from '@angular/core';
import { Anchor } from './anchor';
import { around, drawn, Drawing, Excerpt, following, Grip, isSameExcerpt, NOTHING, spanOf, TAIL } from './excerpt';
import { Place } from 'parley-client/state/place';
import { Row } from './rows';
import { sightOf } from './sight';
import { Spot } from 'parley-client/state/state';

/** So many rows are to be there beyond those that are drawn: before there are fewer, more is asked for. */
const AHEAD = 50;
/** Less than this below the screen (px) is no way to go: it is the room that a tap or the keyboard takes around a line. */
const NEAR = 40;

/** The timeline that somebody stands in. */
export interface Ground {
  readonly view: Signal<{ readonly nativeElement: HTMLElement }>;
  readonly place: Signal<Place | undefined>;
  readonly rows: Signal<readonly Row[]>;
  readonly grips: Signal<readonly Grip[]>;
  readonly begins: Signal<'new' | 'end' | undefined>;
  readonly spot: Signal<Spot | undefined>;
  readonly isLoading: Signal<boolean>;
  readonly isWhole: Signal<boolean>;
  readonly isApart: Signal<boolean>;
  readonly obstacle: Signal<string | undefined>;
  /** Draws at once what has changed. */
  draw(): void;
  ask(page: 'older' | 'newer'): void;
}

/**
 * Where somebody stands in a timeline, and what of it is drawn around them.
 *
 * ## Two ways of standing
 * It is stuck at the bottom, and then stays there whatever comes or grows; or somebody has gone up to read, and then
 * what they read stays where it is. Within one pixel counts as the bottom.
 *
 * ## Where one begins
 * At the bottom, until it is known where one is to begin: at what is new, or where a link has led. Only then the bottom
 * counts as having been seen.
 *
 * ## What is drawn
 * An excerpt, which follows what is on the screen: some screens of rows, however many there are. Nothing stands in for
 * the others. Where the excerpt ends, more of it is drawn before anybody comes there, and what one reads stays where it
 * is, as with pages that come from the server.
 */
export class Standing {
  readonly hasBegun: Signal<boolean>;
  /** The rows that are drawn. */
  readonly drawn: Signal<readonly Row[]>;
  /** Whether nothing that is there stands above what is drawn, … */
  readonly isTop = computed(() => this.span()[0] === 0);
  /** … or below it. */
  readonly isBottom = computed(() => this.span()[1] === this.ground.rows().length);
  /** Whether the newest is on the screen. */
  readonly isAtNewest = computed(() => this.begun() && this.stuck() && !this.ground.isApart());
  /** Whether the newest is some way below what is on the screen. */
  readonly isFar: Signal<boolean>;
  /** The refused messages that stand above what is on the screen. */
  readonly refusedAbove = computed(() => this.refused().filter(({ seq }) => seq < this.top()), { equal: isSameList });

  private readonly refused = computed(() =>
    this.ground.rows().filter((row) => row.is === 'line' && row.line.stage?.is === 'refused'),
  );
  private readonly begun;
  private readonly stuck;
  private readonly excerpt;
  private readonly far = signal(false);
  private readonly span = computed(() => spanOf(this.ground.rows(), this.excerpt()));
  /** The seq at the top of the screen. */
  private readonly top = signal(0);
  /** Where it was last taken down to. */
  private bottom = 0;
  private led: Spot | undefined;
  /** From the first drawing on. */
  private anchor: Anchor | undefined;

  constructor(private readonly ground: Ground) {
    const { place, rows, grips, isWhole, isApart } = ground;
    this.begun = linkedSignal({ source: place, computation: () => false });
    this.hasBegun = this.begun.asReadonly();
    this.isFar = this.far.asReadonly();
    this.stuck = linkedSignal({ source: place, computation: () => true });
    this.excerpt = linkedSignal({ source: place, computation: (): Excerpt => TAIL, equal: isSameExcerpt });
    this.drawn = linkedSignal<Placed, readonly Row[]>({
      source: () => ({
        place: place(),
        rows: rows(),
        excerpt: this.excerpt(),
        grips: grips(),
        isWhole: isWhole(),
        isApart: isApart(),
      }),
      computation: (now, before) => drawn(now, before && before.source.place === now.place ? before.value : []),
    });
  }

  /** Somebody comes to another place. */
  come(): void {
    this.bottom = 0;
  }

  /** Goes to the newest, and stays there. */
  toNewest(): void {
    this.bottom = 0;
    this.stuck.set(true);
    this.begun.set(true);
    this.leaveFor(TAIL);
  }

  /** Shows a row, wherever it is; what is drawn of it, if it is there. */
  show(row: Row | undefined, block: ScrollLogicalPosition): HTMLElement | undefined {
    if (row && (row.isAway || !this.drawn().includes(row))) {
      this.stuck.set(false);
      this.leaveFor(around(this.ground.rows(), row.seq));
      this.ground.draw();
    }
    const selector = row?.is === 'line' ? `:not(.away) > [data-key="${CSS.escape(row.key)}"]` : '.new';
    const element = row && this.view().querySelector<HTMLElement>(selector);
    element?.scrollIntoView({ block });
    this.anchor?.hold();
    return element ?? undefined;
  }

  scrolled(): void {
    this.stuck.set(this.isAtEnd());
    if (!this.stuck()) {
      this.begun.set(true);
    }
    this.look();
  }

  /** Something else is to be drawn. */
  brace(): void {
    this.anchor?.brace();
  }

  /** Stands where one stood, now that something else is drawn. Who has gone up since is left there, though the event that tells of it has yet to come. */
  settle(): void {
    const view = this.view();
    this.anchor ??= new Anchor(view);
    const wentUp = view.scrollTop < Math.min(this.bottom, view.scrollHeight - view.clientHeight) - 1;
    if (this.lead() || this.begin()) {
      this.stuck.set(this.isAtEnd());
      this.bottom = this.stuck() ? view.scrollTop : 0;
    } else if (this.stuck() && !wentUp && !this.ground.isApart()) {
      view.scrollTop = view.scrollHeight;
      this.bottom = view.scrollTop;
    } else {
      this.anchor.keep();
    }
    this.look();
  }

  /**
   * Has another part of the timeline drawn. Between rows that go and rows that come, what somebody has hold of would be
   * taken out of the page for a moment, and lose the keyboard or the selection: so the ones go before the others come.
   */
  private leaveFor(excerpt: Excerpt): void {
    if (this.ground.grips().length > 0) {
      this.excerpt.set(NOTHING);
      this.ground.draw();
    }
    this.excerpt.set(excerpt);
  }

  private view(): HTMLElement {
    return this.ground.view().nativeElement;
  }

  private isAtEnd(within = 1): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.view();
    return this.isBottom() && scrollHeight - scrollTop - clientHeight <= within;
  }

  /** Sees what is on the screen now, has it drawn on around that, and asks for more where that is near an end. */
  private look(): void {
    this.anchor?.hold();
    this.far.set(this.ground.isApart() || !this.isAtEnd(NEAR));
    const sight = sightOf(this.view());
    if (sight) {
      this.top.set(sight.from);
      this.excerpt.set(following(this.ground.rows(), sight, this.excerpt(), this.stuck() && !this.ground.isApart()));
    }
    const { isLoading, isWhole, isApart, obstacle, rows } = this.ground;
    if (!this.begun() || isLoading() || obstacle() !== undefined) {
      return;
    }
    const [start, end] = this.span();
    const below = rows().length - end;
    if (!isWhole() && start < AHEAD && !(isApart() && below < start)) {
      this.ground.ask('older');
    } else if (isApart() && below < AHEAD) {
      this.ground.ask('newer');
    }
  }

  /** Goes where one was led to, once; whether it went. */
  private lead(): boolean {
    const spot = this.ground.spot();
    const isIt = (row: Row) => row.is === 'line' && row.line.seq === spot?.seq;
    const row = spot && spot !== this.led ? this.ground.rows().find(isIt) : undefined;
    const line = row && this.show(row, spot?.by === 'date' ? 'start' : 'center');
    if (!line) {
      return false;
    }
    this.led = spot;
    this.begun.set(true);
    if (spot?.by !== 'reply') {
      line.focus({ preventScroll: true });
    }
    return true;
  }

  /** Goes where one begins to read, once that is known; whether it went. */
  private begin(): boolean {
    const begins = this.ground.begins();
    if (this.begun() || !begins || this.ground.isLoading()) {
      return false;
    }
    this.begun.set(true);
    const row = begins === 'new' ? this.ground.rows().find(({ is }) => is === 'new') : undefined;
    return !!row && !!this.show(row, 'start');
  }
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** What there is to draw, and where. */
interface Placed extends Drawing {
  readonly place: Place | undefined;
}
