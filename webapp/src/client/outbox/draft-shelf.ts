import { PersonId } from '../message/message';
import { keyOf, Place } from '../state/place';
import { nameInBrowser } from './name';

/** A draft as a browser keeps it. */
export interface KeptDraft {
  readonly place: Place;
  readonly text: string;
  /** Whether the server had it, too, when it was kept. */
  readonly isTold: boolean;
}

/** Where a browser keeps drafts over a crash, each person's apart. */
export interface DraftShelf {
  all(person: PersonId): readonly KeptDraft[];
  keep(person: PersonId, draft: KeptDraft): void;
  forget(person: PersonId, place: Place): void;
  /** Keeps none of this person any more. */
  clear(person: PersonId): void;
}

/** For whom nothing is kept. */
export const NO_DRAFTS: DraftShelf = {
  all: () => [],
  keep: () => undefined,
  forget: () => undefined,
  clear: () => undefined,
};

/**
 * Drafts in the browser's local storage: what is written there is there when the call returns, whatever becomes of the
 * tab. Each draft stands by itself, as tabs write at the same time. Where the browser keeps nothing, or no more, there
 * is nothing.
 */
export class StoredDrafts implements DraftShelf {
  constructor(private readonly document: Document) {}

  all(person: PersonId): readonly KeptDraft[] {
    return this.keys(person).flatMap((key) => draftIn(this.attempt((storage) => storage.getItem(key))) ?? []);
  }

  keep(person: PersonId, draft: KeptDraft): void {
    this.attempt((storage) => {
      storage.setItem(this.startOf(person) + keyOf(draft.place), JSON.stringify(draft));
    });
  }

  forget(person: PersonId, place: Place): void {
    this.attempt((storage) => {
      storage.removeItem(this.startOf(person) + keyOf(place));
    });
  }

  clear(person: PersonId): void {
    for (const key of this.keys(person)) {
      this.attempt((storage) => {
        storage.removeItem(key);
      });
    }
  }

  private keys(person: PersonId): readonly string[] {
    const start = this.startOf(person);
    return this.attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(start))) ?? [];
  }

  private startOf(person: PersonId): string {
    return nameInBrowser(this.document, 'draft ', person);
  }

  private attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      const storage = this.document.defaultView?.localStorage;
      return storage && use(storage);
    } catch (e) {
      if (e instanceof DOMException) {
        return undefined; // not allowed, or full: what is begun is in memory, and soon in the server's notes
      }
      throw e;
    }
  }
}

/** What is kept may have been written by something else. */
function draftIn(kept: string | null | undefined): KeptDraft | undefined {
  try {
    const value = JSON.parse(kept ?? 'null') as unknown;
    const { place, text, isTold } = (value ?? {}) as Partial<Record<keyof KeptDraft, unknown>>;
    const isDraft = typeof place === 'string' && typeof text === 'string' && typeof isTold === 'boolean';
    return isDraft ? (value as KeptDraft) : undefined;
  } catch (e) {
    if (e instanceof SyntaxError) {
      return undefined;
    }
    throw e;
  }
}
