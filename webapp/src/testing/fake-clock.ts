import { Clock } from 'parley-client/socket/clock';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** Time that goes on only when told to. */
export class FakeClock implements Clock {
  private time = 1_000;
  private timers: Timer[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { due: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass, each timer running when it is due. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = Math.max(this.time, next.due);
      this.fire(next);
    }
    this.time = end;
  }

  /** Lets time pass while no timer runs, as in a frozen page or a sleeping machine. What is due stays due. */
  freeze(ms: number): void {
    this.time += ms;
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.timers.length;
  }

  private next(end: number): Timer | undefined {
    return this.timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0];
  }

  private fire(timer: Timer): void {
    this.timers = this.timers.filter((other) => other !== timer);
    timer.run();
  }
}
