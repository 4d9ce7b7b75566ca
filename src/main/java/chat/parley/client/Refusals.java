package chat.parley.client;

import chat.parley.config.Limits;

/** Counts a connection's refusals, to tell a mistake from abuse. Thread-safe: guarded by this. */
final class Refusals {
  private final int limit;
  private final long[] times;
  private int count;

  /** @param limit refusals within {@link Limits#ABUSE_WINDOW} that are abuse; 0 is never */
  Refusals(int limit) {
    this.limit = limit;
    this.times = new long[limit];
  }

  /** Notes a refusal at this nanosecond; whether that is abuse now. */
  synchronized boolean add(long now) {
    if (limit == 0) {
      return false;
    }
    int slot = count++ % limit;
    times[slot] = now;
    return count >= limit && now - times[count % limit] <= Limits.ABUSE_WINDOW.toNanos();
  }
}
