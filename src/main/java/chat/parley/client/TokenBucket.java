package chat.parley.client;

/**
 * Lets {@code burst} through at once and {@code rate} a second in the long run. Thread-safe:
 * guarded by this.
 *
 * <p>Kept as the time at which the bucket will be full again (the virtual scheduling of GCRA, ITU-T
 * I.371), so that it needs no timer.
 */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final long interval;
  private final long depth;
  private long fullAt;
  private boolean used;

  /**
   * @param rate per second; 0 lets everything through
   * @param burst at once, at least 1
   */
  TokenBucket(double rate, int burst) {
    this.interval = rate == 0 ? 0 : (long) (NANOS / rate);
    this.depth = interval * Math.max(1, burst);
  }

  /**
   * Takes a token.
   *
   * @param now in nanoseconds, of any origin
   * @return 0 if there was one, else the nanoseconds until there will be
   */
  synchronized long take(long now) {
    if (!used || fullAt - now < 0) {
      fullAt = now;
      used = true;
    }
    long wait = fullAt + interval - now - depth;
    if (wait > 0) {
      return wait;
    }
    fullAt += interval;
    return 0;
  }
}
