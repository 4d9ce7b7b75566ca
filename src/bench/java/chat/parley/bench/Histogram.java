package chat.parley.bench;

/**
 * Counted latencies in microseconds, each known to within 1.6 % and up to 38 hours.
 * Single-threaded.
 */
final class Histogram {
  private static final int STEPS_BITS = 6;
  private static final int STEPS = 1 << STEPS_BITS;
  private static final long LIMIT = (1L << 37) - 1;

  private final long[] counts = new long[STEPS * 32];
  private long count;
  private long max;

  /** Counts one latency; a negative one is a 0. */
  void add(long micros) {
    long value = Math.max(0, Math.min(micros, LIMIT));
    counts[step(value)]++;
    count++;
    max = Math.max(max, value);
  }

  long count() {
    return count;
  }

  /** The largest latency in microseconds, exactly; 0 if there is none. */
  long max() {
    return max;
  }

  /**
   * The latency in microseconds that the share {@code q} of all stays at or below; 0 if there is
   * none.
   */
  long quantile(double q) {
    long wanted = (long) Math.ceil(q * count);
    long seen = 0;
    for (int step = 0; step < counts.length; step++) {
      seen += counts[step];
      if (seen >= wanted && seen > 0) {
        return Math.min(upper(step), max);
      }
    }
    return max;
  }

  /** Exact below {@link #STEPS}, then {@link #STEPS} steps for each power of two. */
  private static int step(long micros) {
    if (micros < STEPS) {
      return (int) micros;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(micros);
    int within = (int) (micros >>> (exponent - STEPS_BITS)) & (STEPS - 1);
    return (exponent - STEPS_BITS + 1) * STEPS + within;
  }

  private static long upper(int step) {
    if (step < STEPS) {
      return step;
    }
    int shift = step / STEPS - 1;
    return ((long) (STEPS + step % STEPS + 1) << shift) - 1;
  }
}
