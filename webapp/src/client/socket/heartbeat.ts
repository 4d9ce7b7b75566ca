import { Clock } from './clock';

/** How closely a link is watched, in milliseconds. */
interface Pace {
  /** Between two looks. */
  readonly tick: number;
  /** Silence after which the other side is asked. */
  readonly quiet: number;
  /** How long it may take to answer. */
  readonly answer: number;
}

/** While somebody looks or waits: a dead link is found within 10 s. */
export const URGENT: Pace = { tick: 1_000, quiet: 4_500, answer: 4_000 };
/** Else within 60 s. */
export const CALM: Pace = { tick: 5_000, quiet: 28_000, answer: 20_000 };
/** A tick that comes later than this (ms) shows that the page did not run: browsers round hidden pages' timers to 1 s. */
export const SLACK = 2_000;

/**
 * Finds out whether the other side is still there. Single-threaded; whoever starts it stops it.
 *
 * ## Why a late timer proves nothing
 * A page's timers stand still while its machine sleeps or the browser freezes it, and the socket's events stand still
 * with them: on waking, the timer may run before the frames that have long arrived. So only time between ticks that
 * came when they were due counts as silence. After a late one the other side is asked again and has a whole fresh
 * window, and it takes at least two punctual ticks without an answer to call a link dead.
 */
export class Heartbeat {
  private pace = URGENT;
  private cancel: (() => void) | undefined;
  private last = 0;
  private due = 0;
  private silence = 0;
  private asked = false;
  private punctual = 0;

  /**
   * @param ask sends a ping
   * @param dead is called once, after which this has stopped
   */
  constructor(
    private readonly clock: Clock,
    private readonly ask: () => void,
    private readonly dead: () => void,
  ) {}

  start(): void {
    this.stop();
    this.heard();
    this.schedule();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** Any frame is a sign of life. */
  heard(): void {
    this.asked = false;
    this.silence = 0;
  }

  /** Asks now, and gives a whole window to answer. */
  probe(): void {
    if (this.cancel) {
      this.question();
      this.schedule();
    }
  }

  /** Watches at this pace from now on. */
  watch(pace: Pace): void {
    if (this.pace === pace) {
      return;
    }
    this.pace = pace;
    if (this.cancel) {
      this.silence += this.clock.now() > this.due + SLACK ? 0 : this.clock.now() - this.last;
      this.schedule();
    }
  }

  private schedule(): void {
    this.cancel?.();
    this.last = this.clock.now();
    this.due = this.last + this.pace.tick;
    this.cancel = this.clock.after(this.pace.tick, () => {
      this.tick();
    });
  }

  private tick(): void {
    const now = this.clock.now();
    if (now > this.due + SLACK) {
      this.question();
    } else {
      this.silence += now - this.last;
      this.punctual++;
      if (this.asked && this.silence >= this.pace.answer && this.punctual >= 2) {
        this.stop();
        this.dead();
        return;
      }
      if (!this.asked && this.silence >= this.pace.quiet) {
        this.question();
      }
    }
    this.schedule();
  }

  private question(): void {
    this.asked = true;
    this.silence = 0;
    this.punctual = 0;
    this.ask();
  }
}
