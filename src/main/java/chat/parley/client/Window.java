package chat.parley.client;

import java.time.Duration;

/** Counts what happens within any stretch of time of one length. Thread-safe: guarded by this. */
final class Window {
  private final long span;
  private final long[] times;
  private int count;

  /**
   * @param limit how many fill it; 0 is never
   * @param span the stretch of time
   */
  Window(int limit, Duration span) {
    this.times = new long[limit];
    this.span = span.toNanos();
  }

  /** Counts one at this nanosecond; whether there are as many as fill it now. */
  synchronized boolean fills(long now) {
    if (times.length == 0) {
      return false;
    }
    add(now);
    return isFull(now);
  }

  /** Counts one at this nanosecond, unless it is full; whether it was counted. */
  synchronized boolean admits(long now) {
    if (times.length == 0) {
      return true;
    }
    if (isFull(now)) {
      return false;
    }
    add(now);
    return true;
  }

  private void add(long now) {
    times[count++ % times.length] = now;
  }

  private boolean isFull(long now) {
    return count >= times.length && now - times[count % times.length] <= span;
  }
}
