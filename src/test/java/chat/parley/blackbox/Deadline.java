package chat.parley.blackbox;

import java.time.Duration;

/**
 * The moment up to which a test waits for something.
 *
 * @param nanos on the clock of {@link System#nanoTime}
 */
public record Deadline(long nanos) {
  /** Long enough for anything that should happen at once, also on a busy machine. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  static Deadline soon() {
    return in(PATIENCE);
  }

  public boolean passed() {
    return nanos - System.nanoTime() <= 0;
  }

  /** The time that is left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }
}
