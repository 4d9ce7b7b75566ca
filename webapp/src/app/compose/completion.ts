import { computed, DOCUMENT, effect, inject, linkedSignal, Signal, signal } from '@angular/core';
import { Coming } from '../page/coming';
import type { Known, Offer } from './offers';
import { triggerAt } from './trigger';

/** What is written, and what is known to whom. */
export interface Writing {
  readonly text: Signal<string>;
  /** Where the cursor stands; nothing, where it is in no field, or marks something. */
  readonly cursor: Signal<number | undefined>;
  readonly known: () => Known;
}

const NOTHING: readonly Offer[] = [];

/** How what can be written is found; without a connection it may not be there. */
const OFFERS = new Coming(() => import('./offers'));
/** A large table: needed only when somebody looks for an emoji. */
const EMOJI = new Coming(() => import('./emoji-offers'));

/** What is offered for the word at the cursor, and which of it is chosen. To be made in an injection context. */
export class Completion {
  /** The word for which nothing is wanted any more, by where it begins. */
  private readonly closed = signal<number | undefined>(undefined);

  private readonly begun = computed(() => {
    const cursor = this.writing.cursor();
    return cursor === undefined ? undefined : triggerAt(this.writing.text(), cursor);
  });
  /** The word that can be completed. */
  readonly trigger = computed(() => {
    const begun = this.begun();
    return begun?.start === this.closed() ? undefined : begun;
  });
  private readonly found = computed(() => {
    const trigger = this.trigger();
    if (!trigger) {
      return NOTHING;
    }
    const found =
      trigger.sign === ':'
        ? EMOJI.value()?.emojiFor(trigger.query)
        : OFFERS.value()?.offersFor(trigger, this.writing.known());
    return found ?? NOTHING;
  });
  private readonly isWhole = computed(() => {
    const trigger = this.trigger();
    return !!trigger && !!OFFERS.value()?.isWhole(trigger, this.found());
  });
  /** What is offered; nothing, where the word is already all that there is. */
  readonly offers = computed(() => (this.isWhole() && this.found().length === 1 ? NOTHING : this.found()));
  /** What somebody has gone to, as long as they write no more. */
  private readonly wanted = linkedSignal({
    source: () => this.trigger()?.query,
    computation: (): string | undefined => undefined,
  });
  /** Which of it is chosen; -1 for none at first, where the word may be meant as it stands. */
  readonly chosen = computed(() => {
    const number = this.offers().findIndex(({ text }) => text === this.wanted());
    return number < 0 && !this.isWhole() ? 0 : number;
  });

  constructor(private readonly writing: Writing) {
    OFFERS.soon(inject(DOCUMENT).defaultView);
    effect(() => {
      const trigger = this.trigger();
      if (trigger) {
        void OFFERS.prepare();
      }
      if (trigger?.sign === ':') {
        void EMOJI.prepare();
      }
    });
    effect(() => {
      if (this.begun()?.start !== this.closed()) {
        this.closed.set(undefined);
      }
    });
  }

  /** Chooses the next one, or the one before; after the last one comes the first. */
  move(by: 1 | -1): void {
    const count = this.offers().length;
    this.choose((Math.max(this.chosen(), by > 0 ? -1 : 0) + by + count) % count);
  }

  choose(number: number): void {
    this.wanted.set(this.offers()[number]?.text);
  }

  /** The emoji of whose name only the colon at the end is missing. */
  named(): Offer | undefined {
    const trigger = this.trigger();
    return this.offers().find(({ emoji, label }) => emoji && label === `:${trigger?.query ?? ''}:`);
  }

  /** Nothing is wanted for this word. */
  close(): void {
    this.closed.set(this.begun()?.start);
  }
}
