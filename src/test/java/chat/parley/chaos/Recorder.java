package chat.parley.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts what happens into one order. Thread-safe. */
final class Recorder {
  private final List<Event> events = new ArrayList<>(); // guarded by this
  private int connections; // guarded by this
  private int acks; // guarded by this

  synchronized void record(String client, int connection, Happening what) {
    events.add(new Event(events.size(), client, connection, what));
  }

  /** A request was answered: it is stored. */
  synchronized void acknowledged() {
    acks++;
    notifyAll();
  }

  /**
   * Waits until so many more requests are stored, or until that much time has passed.
   *
   * @return whether they are
   */
  synchronized boolean await(int more, Duration time) throws InterruptedException {
    int wanted = acks + more;
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toMillis();
        acks < wanted && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return acks >= wanted;
  }

  /** How many requests were stored. */
  synchronized int acks() {
    return acks;
  }

  /** The number of a new connection. */
  synchronized int connection() {
    return ++connections;
  }

  /** What has happened so far. */
  synchronized List<Event> events() {
    return List.copyOf(events);
  }
}
