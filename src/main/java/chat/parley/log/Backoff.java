package chat.parley.log;

/** How long to wait before the next try: twice as long each time. Not thread-safe. */
final class Backoff {
  private final long first;
  private final long most;
  private long next;

  /**
   * @param first milliseconds before the first one
   * @param most milliseconds before any, at most
   */
  Backoff(long first, long most) {
    this.first = first;
    this.most = most;
    this.next = first;
  }

  /** Milliseconds to wait now. */
  long next() {
    long now = next;
    next = Math.min(most, 2 * next);
    return now;
  }

  /** Begins again, as after a success. */
  void reset() {
    next = first;
  }
}
