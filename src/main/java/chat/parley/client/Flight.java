package chat.parley.client;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One frame under way. Two parties meet on it, the sending call's return and the completion; the
 * second one goes on. Thread-safe.
 */
final class Flight {
  /** When it was given away, in nanoseconds of the client's clock. */
  final long since;

  private final AtomicBoolean met = new AtomicBoolean();

  Flight(long since) {
    this.since = since;
  }

  /** Whether the other party has been here before; to be asked once by each. */
  boolean isSecond() {
    return met.getAndSet(true);
  }
}
