import { Change, Rows } from './unsent';

/** Where the rows of one person lie. */
export interface Shelf {
  /**
   * Applies a change to the rows as they are now, in one step that no other tab's comes between. Then either `done` is
   * told what lies there, once that is sure to outlast the tab where this shelf can; or `failed`, and nothing has
   * changed.
   */
  update(change: Change, done: (rows: Rows) => void, failed: () => void): void;

  /** Nobody will need this shelf again. It is to be empty. */
  discard(): void;

  /** This tab needs it no more. */
  close(): void;
}

/** What one tab tells the others of the same person. */
export type Word =
  /** The rows are others now. */
  | 'changed'
  /** The person has signed out. */
  | 'signed-out';

/** The way from one tab to the others of the same person. A word may get lost. */
export interface Tabs {
  tell(word: Word): void;
  close(): void;
}
