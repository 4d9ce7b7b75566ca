/** A value that changes, and those who watch it. Single-threaded. */
export class Cell<T> {
  private readonly watchers = new Set<(value: T) => void>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  /** Tells whoever watches, unless it is the same value. */
  set(value: T): void {
    if (!Object.is(value, this.value)) {
      this.value = value;
      this.watchers.forEach((tell) => {
        tell(value);
      });
    }
  }

  /** Has `tell` called with each new value, until what this returns is called. */
  watch(tell: (value: T) => void): () => void {
    this.watchers.add(tell);
    return () => {
      this.watchers.delete(tell);
    };
  }
}

/** A cell that others may only read and watch. */
export type Watched<T> = Pick<Cell<T>, 'get' | 'watch'>;
