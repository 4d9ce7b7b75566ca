import { Shelf } from './shelf';
import { Change, Rows } from './unsent';

/** A shelf that goes with its tab, for browsers that keep nothing. Done when the call returns. */
export class MemoryShelf implements Shelf {
  constructor(private rows: Rows = []) {}

  update(change: Change, done: (rows: Rows) => void): void {
    this.rows = change(this.rows);
    done(this.rows);
  }

  discard(): void {
    this.rows = [];
  }

  close(): void {
    this.discard();
  }
}
