import { Signal, signal } from '@angular/core';
import { Watched } from 'parley-client/cell';

/** A cell of the session, which lasts as long as the page, as a signal. */
export function signalOf<T>(cell: Watched<T>): Signal<T> {
  const value = signal(cell.get());
  cell.watch((now) => {
    value.set(now);
  });
  return value.asReadonly();
}
