package chat.parley.web;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets something be said only so often, and counts how often it was not. Thread-safe. */
public final class Sparing {
  private final long interval;
  private final LongSupplier clock;
  private final AtomicLong next;
  private final AtomicInteger unsaid = new AtomicInteger();

  /**
   * Lets it be said at once, and then not before the interval has passed.
   *
   * @param clock nanoseconds that only rise, like {@link System#nanoTime}
   */
  public Sparing(Duration interval, LongSupplier clock) {
    this.interval = interval.toNanos();
    this.clock = clock;
    this.next = new AtomicLong(clock.getAsLong());
  }

  /**
   * How often it went unsaid since the last time, if it may be said now; empty, and counted, if it
   * may not.
   */
  public OptionalInt due() {
    long now = clock.getAsLong();
    long due = next.get();
    if (now - due < 0 || !next.compareAndSet(due, now + interval)) {
      unsaid.incrementAndGet();
      return OptionalInt.empty();
    }
    return OptionalInt.of(unsaid.getAndSet(0));
  }
}
