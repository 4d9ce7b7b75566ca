import { Entry } from 'parley-client/state/state';
import { Line, lineOf, Setting } from './line';

/**
 * The lines of messages, each made once for as long as nothing changes that it is made from: so what is on the screen is
 * not drawn again because something else was read. Single-threaded.
 */
export class Lines {
  private made = new WeakMap<Entry, Line>();
  private basis: readonly unknown[] = [];

  /** The line of a message. Those are made anew when something done to one of them has not come back. */
  of(entry: Entry, setting: Setting): Line {
    const { room, me, people, threads, acts, words } = setting;
    this.standOn([room?.archived, me, people, threads, words]);
    if (acts.length > 0) {
      return lineOf(entry, setting);
    }
    const line = this.made.get(entry) ?? lineOf(entry, setting);
    this.made.set(entry, line);
    return line;
  }

  private standOn(basis: readonly unknown[]): void {
    if (basis.some((part, i) => part !== this.basis[i])) {
      this.basis = basis;
      this.made = new WeakMap();
    }
  }
}
