package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A client of {@code parley.v1} behind a line that carries so many bytes a second. It keeps nothing
 * but positions, and checks each frame as it arrives. Single-threaded.
 */
final class SlowLine implements AutoCloseable {
  private static final int KERNEL = 64 * 1024;

  private final Wire wire;
  private final long rate;
  private final Rooms rooms = new Rooms();
  private final Consumer<JsonObject> check;
  private final long begun = System.nanoTime();

  /**
   * @param rate bytes a second
   * @param check sees each object, after its place in its room was checked
   */
  SlowLine(Handshake handshake, long rate, Consumer<JsonObject> check) {
    this.wire = handshake.receiving(KERNEL).open();
    this.rate = rate;
    this.check = check;
  }

  /** Comes back with these positions. */
  void resume(Position... positions) {
    rooms.rewind(positions);
    wire.text(Ask.resume(positions));
  }

  /** Reads on until this end of a room was heard. */
  void readTo(Position end) {
    while (!rooms.holds(end)) {
      read();
    }
  }

  private void read() {
    Signal signal = wire.next(Deadline.soon()).orElseGet(() -> fail("nothing more comes"));
    if (!(signal instanceof Signal.Text text)) {
      fail("closed: " + signal);
      return;
    }
    for (JsonObject object : Json.objects(text.text())) {
      rooms.apply(object);
      check.accept(object);
      if (object.getString("type").equals("ping")) {
        wire.text(Ask.PONG);
      }
    }
    pace();
  }

  /** Takes no sooner what the line would not have carried yet. */
  private void pace() {
    long due = begun + bytes() * Duration.ofSeconds(1).toNanos() / rate;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** How far a room was heard. */
  Position position(String room) {
    return rooms.position(room);
  }

  /** Bytes that came. */
  long bytes() {
    return wire.bytesRead();
  }

  /** How long it has been there. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public void close() {
    wire.close();
  }
}
