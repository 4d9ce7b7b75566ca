import { Signal, signal } from '@angular/core';

/**
 * Something that is loaded when it is first needed, or when the page has nothing else to do. Who reads {@link value} is told
 * when it is there; until then, and where it can't be loaded, there is none.
 */
export class Coming<T> {
  private readonly loaded = signal<T | undefined>(undefined);
  private loading: Promise<void> | undefined;

  readonly value: Signal<T | undefined> = this.loaded.asReadonly();

  constructor(private readonly load: () => Promise<T>) {}

  /** Has it at hand when the page has nothing else to do, also for when there is no connection. */
  soon(window: Partial<Pick<Window, 'requestIdleCallback'>> | null): void {
    window?.requestIdleCallback?.(() => void this.prepare());
  }

  /** Has it at hand, as soon as it can be had. */
  prepare(): Promise<void> {
    this.loading ??= this.load().then(
      (value) => {
        this.loaded.set(value);
      },
      (e: unknown) => {
        if (!(e instanceof TypeError)) {
          throw e;
        }
        this.loading = undefined; // nobody answers just now: who needs it next asks again
      },
    );
    return this.loading;
  }
}
