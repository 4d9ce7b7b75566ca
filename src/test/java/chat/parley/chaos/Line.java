package chat.parley.chaos;

import chat.parley.blackbox.Answer;
import chat.parley.blackbox.Deadline;
import chat.parley.blackbox.Guest;
import chat.parley.blackbox.Handshake;
import chat.parley.blackbox.Json;
import chat.parley.blackbox.Signal;
import chat.parley.blackbox.Wire;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One connection that was welcomed. Single-threaded. */
final class Line {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Wire wire;
  private final Deque<JsonObject> waiting = new ArrayDeque<>();
  private long heard = System.nanoTime();
  private long asked = heard;
  private boolean ended;

  private Line(Wire wire) {
    this.wire = wire;
  }

  /** A new one; empty if the server doesn't let it in, or is not there. */
  static Optional<Line> open(URI url, Guest guest) {
    try {
      Answer answer = Handshake.parley(url).as(guest).send();
      return answer.wire().map(Line::new);
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** What the server says first; empty if the connection ends before. */
  Optional<JsonObject> welcome() {
    Deadline deadline = Deadline.in(PATIENCE);
    Optional<JsonObject> first = next(deadline);
    return first.filter(frame -> frame.getString("type").equals("welcome"));
  }

  /** The next object, or empty if none came in time. */
  Optional<JsonObject> next(Deadline deadline) {
    if (waiting.isEmpty() && !ended) {
      wire.next(deadline).ifPresent(this::take);
    }
    return Optional.ofNullable(waiting.poll());
  }

  private void take(Signal signal) {
    heard = System.nanoTime();
    if (signal instanceof Signal.Text text) {
      List<JsonObject> objects = Json.objects(text.text());
      waiting.addAll(objects);
    } else {
      ended = true;
    }
  }

  void send(String frame) {
    try {
      wire.text(frame);
    } catch (UncheckedIOException e) {
      ended = true;
    }
  }

  /** Whether the server has ended it, and all is heard that it said before. */
  boolean isOver() {
    return ended && waiting.isEmpty();
  }

  /** For how long nothing came. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  /** Whether it is time to ask for a sign of life; not again before as much time has passed. */
  boolean isQuietFor(Duration time) {
    long now = System.nanoTime();
    boolean due = now - heard > time.toNanos() && now - asked > time.toNanos();
    asked = due ? now : asked;
    return due;
  }

  void cut() {
    ended = true;
    waiting.clear();
    wire.cut();
  }
}
