import { Clock } from '../socket/clock';

/** Numbers that differ by less count as equal. */
const EPSILON = 1e-6;

/**
 * How fast the server takes messages, as this tab reckons it, so that it need not refuse many: so many at once, then so
 * many a second. The person's other tabs and devices draw on the same allowance, which only a refusal shows.
 */
export class Pace {
  private rate = 0;
  private burst = 0;
  private left = 0;
  private since: number;

  constructor(private readonly clock: Clock) {
    this.since = clock.now();
  }

  /**
   * What the server allows; what was used of it stays used.
   *
   * @param rate messages a second; 0 for no limit
   * @param burst messages at once
   */
  allow(rate: number, burst: number): void {
    if (rate !== this.rate || burst !== this.burst) {
      [this.rate, this.burst, this.left, this.since] = [rate, burst, burst, this.clock.now()];
    }
  }

  /** Counts one message, if it may be sent now. */
  take(): boolean {
    if (this.wait() > 0) {
      return false;
    }
    this.left--;
    return true;
  }

  /** In how many milliseconds the next message may be sent. */
  wait(): number {
    const now = this.clock.now();
    if (this.rate > 0) {
      this.left = Math.min(this.burst, this.left + ((now - this.since) * this.rate) / 1000);
    }
    this.since = now;
    return this.rate > 0 && this.left < 1 - EPSILON ? ((1 - this.left) * 1000) / this.rate : 0;
  }

  /** The server said that this was too fast, and that the next one may be sent in so many milliseconds. */
  slow(ms: number): void {
    this.wait();
    this.left = 1 - (ms * this.rate) / 1000;
  }
}
