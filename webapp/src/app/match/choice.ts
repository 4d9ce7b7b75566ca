import { linkedSignal, Signal } from '@angular/core';

/** Which option of a list is marked: the arrow keys go through them all, round and round, and Enter takes the one that is marked. */
export class Choice<T> {
  /** The number of the one that is marked: the first, each time that another text was typed. */
  readonly at = linkedSignal({ source: () => this.typed(), computation: () => 0 });

  constructor(
    private readonly options: Signal<readonly T[]>,
    private readonly typed: Signal<string>,
    private readonly take: (option: T, event: KeyboardEvent) => void,
  ) {}

  /** A key was pressed in the field; whether that went to the list. */
  pressed(event: KeyboardEvent): boolean {
    const [options, step] = [this.options(), { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    const option = options[this.at()];
    if (event.isComposing || option === undefined) {
      return false;
    }
    if (step !== undefined) {
      event.preventDefault();
      this.at.set((this.at() + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      this.take(option, event);
    }
    return step !== undefined || event.key === 'Enter';
  }
}
