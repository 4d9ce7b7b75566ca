package chat.parley.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Nanoseconds that pass when they are told to. They begin shortly before the counter overflows, as
 * a real clock's may. Not thread-safe.
 */
final class FakeClock implements LongSupplier {
  private long now = Long.MAX_VALUE - 1_000_000_000L;

  @Override
  public long getAsLong() {
    return now;
  }

  void pass(Duration time) {
    now += time.toNanos();
  }
}
