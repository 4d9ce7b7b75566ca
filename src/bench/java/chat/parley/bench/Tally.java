package chat.parley.bench;

import java.nio.charset.StandardCharsets;

/**
 * What arrived of the messages that were due within one span of time. Single-threaded.
 *
 * <p>Only marks of that span count, so what is left of an earlier load does not.
 */
final class Tally {
  private static final int SHORT = 512;

  private final long start;
  private final long stop;
  private final Histogram latencies = new Histogram();
  private long expected;
  private long frames;
  private long bytes;
  private long lastArrival;
  private String refusal = "";

  /** Counts messages due in {@code [start, stop)}, {@link System#nanoTime} each. */
  Tally(long start, long stop) {
    this.start = start;
    this.stop = stop;
    this.lastArrival = start;
  }

  /** So many deliveries were due. They count whether or not their messages could be sent. */
  void due(int deliveries) {
    expected += deliveries;
  }

  /** A whole text message {@code [from, to)} arrived at {@code now}. */
  void frame(byte[] payload, int from, int to, long now) {
    frames++;
    bytes += to - from;
    int found = 0;
    int at = from;
    while ((at = Mark.find(payload, at, to)) >= 0) {
      long dueAt = Mark.due(payload, at);
      if (dueAt >= start && dueAt < stop) {
        latencies.add((now - dueAt) / 1000);
        lastArrival = now;
      }
      found++;
      at += dueAt < 0 ? 1 : Mark.LENGTH;
    }
    if (found == 0 && refusal.isEmpty() && to - from < SHORT) {
      noteRefusal(new String(payload, from, to - from, StandardCharsets.UTF_8));
    }
  }

  private void noteRefusal(String text) {
    if (text.contains("\"type\":\"refused\"")) {
      refusal = text;
    }
  }

  long start() {
    return start;
  }

  long stop() {
    return stop;
  }

  boolean complete() {
    return latencies.count() >= expected;
  }

  Histogram latencies() {
    return latencies;
  }

  /** Deliveries that were due. */
  long expected() {
    return expected;
  }

  /** Messages that arrived, of any content; one cut into fragments counts once. */
  long frames() {
    return frames;
  }

  /** Bytes of their payloads. */
  long bytes() {
    return bytes;
  }

  /**
   * Seconds from the start until the last message was due or the last delivery arrived, whichever
   * is later.
   */
  double seconds() {
    return (Math.max(stop, lastArrival) - start) / 1e9;
  }

  /** The first refusal that arrived, as it came; empty if there was none. */
  String refusal() {
    return refusal;
  }
}
