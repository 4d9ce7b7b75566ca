import { computed, effect, linkedSignal, Signal, signal } from '@angular/core';
import type { emojiFor } from './emoji-offers';
import { isWhole, Offer } from './offers';
import { Trigger, triggerAt } from './trigger';

/** What is written, and what is known to whom. */
export interface Writing {
  readonly text: Signal<string>;
  /** Where the cursor stands; nothing, where it is in no field, or marks something. */
  readonly cursor: Signal<number | undefined>;
  readonly offersFor: (trigger: Trigger) => readonly Offer[];
}

const NOTHING: readonly Offer[] = [];

/** What is offered for the word at the cursor, and which of it is chosen. To be made in an injection context. */
export class Completion {
  private readonly emojiFor = signal<typeof emojiFor>(() => NOTHING);
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
    return trigger.sign === ':' ? this.emojiFor()(trigger.query) : this.writing.offersFor(trigger);
  });
  private readonly isWhole = computed(() => {
    const trigger = this.trigger();
    return !!trigger && isWhole(trigger, this.found());
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
    effect(() => {
      if (this.trigger()?.sign === ':') {
        void this.load();
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

  /** Emoji are fetched when the first one is looked for; without a connection there are none. */
  private async load(): Promise<void> {
    try {
      const { emojiFor } = await import('./emoji-offers');
      this.emojiFor.set(emojiFor);
    } catch (e) {
      if (!(e instanceof TypeError)) {
        throw e;
      }
    }
  }
}
