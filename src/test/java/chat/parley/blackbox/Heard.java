package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a client has heard: all of it in order, and what no test has asked for yet. It reads the
 * wire only while it is asked. Single-threaded.
 */
final class Heard {
  private static final int SHOWN = 20;

  private final Wire wire;
  private final Consumer<JsonObject> check;
  private final List<JsonObject> all = new ArrayList<>();
  private final List<JsonObject> pending = new ArrayList<>();
  private Optional<Signal.Closed> closed = Optional.empty();

  /**
   * @param check sees each object as it arrives
   */
  Heard(Wire wire, Consumer<JsonObject> check) {
    this.wire = wire;
    this.check = check;
  }

  /** Everything that was read, in order. */
  List<JsonObject> all() {
    return List.copyOf(all);
  }

  boolean any(Predicate<JsonObject> wanted) {
    return all.stream().anyMatch(wanted);
  }

  /** Takes the first such object that was not taken before; fails if none comes soon. */
  JsonObject await(String what, Predicate<JsonObject> wanted) {
    return await(what, Deadline.soon(), wanted);
  }

  JsonObject await(String what, Deadline deadline, Predicate<JsonObject> wanted) {
    return poll(deadline, wanted).orElseGet(() -> fail("expected " + what + "; " + this));
  }

  /** Takes the first such object that was not taken before, or nothing when none came in time. */
  Optional<JsonObject> poll(Deadline deadline, Predicate<JsonObject> wanted) {
    Optional<JsonObject> found = take(0, wanted);
    int seen = pending.size();
    while (found.isEmpty() && closed.isEmpty() && read(deadline)) {
      found = take(seen, wanted);
      seen = pending.size();
    }
    return found;
  }

  /** Listens until something holds; fails if it doesn't soon. */
  void awaitUntil(String what, BooleanSupplier done) {
    Deadline deadline = Deadline.soon();
    while (!done.getAsBoolean() && closed.isEmpty() && read(deadline)) {
      // Whatever comes may have brought it about.
    }
    if (!done.getAsBoolean()) {
      fail("expected " + what + "; " + this);
    }
  }

  /** Listens until nothing has come for this long. */
  void awaitQuiet(Duration silence) {
    Deadline deadline = Deadline.soon();
    while (closed.isEmpty() && read(Deadline.in(silence))) {
      if (deadline.passed()) {
        fail("it never gets quiet; " + this);
      }
    }
  }

  Signal.Closed awaitClose(Deadline deadline) {
    while (closed.isEmpty() && read(deadline)) {
      // All that comes before the end is kept.
    }
    return closed.orElseGet(() -> fail("expected the connection to be closed; " + this));
  }

  private boolean read(Deadline deadline) {
    Optional<Signal> signal = wire.next(deadline);
    signal.ifPresent(this::accept);
    return signal.isPresent();
  }

  private void accept(Signal signal) {
    if (signal instanceof Signal.Text text) {
      for (JsonObject object : Json.objects(text.text())) {
        all.add(object);
        pending.add(object);
        check.accept(object);
      }
    } else if (signal instanceof Signal.Closed end) {
      closed = Optional.of(end);
    }
  }

  private Optional<JsonObject> take(int from, Predicate<JsonObject> wanted) {
    for (int i = from; i < pending.size(); i++) {
      if (wanted.test(pending.get(i))) {
        return Optional.of(pending.remove(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    List<JsonObject> last = all.subList(Math.max(0, all.size() - SHOWN), all.size());
    return (closed.isPresent() ? closed.get() + " after " : "open, heard ")
        + all.size()
        + ", at last "
        + last;
  }
}
