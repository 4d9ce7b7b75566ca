package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.launch.Launched;
import chat.parley.log.Filling;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who was away for long is told all that they missed as fast as they read, while people go
 * on talking in all of their rooms. With {@code -Dlong=true} that is a million entries, and takes
 * some minutes.
 */
class LongAbsenceIT {
  private static final boolean LONG = Boolean.getBoolean("long");
  private static final int ROOMS = LONG ? 200 : 20;
  private static final int MISSED = LONG ? 5000 : 1500;
  private static final int BYTES_A_SECOND = 1_000_000;

  /** Little enough that not all of it would have a place in the server's memory. */
  private static final String MEMORY = "-Xmx128m";

  private static final List<String> NAMES =
      IntStream.range(0, ROOMS).mapToObj(i -> Fresh.room("tea")).toList();

  @TempDir private Path folder;

  private final Map<String, Position> held = new HashMap<>();
  private final AtomicLong missed = new AtomicLong();

  private Launched server() throws IOException {
    return Launched.ready(
        folder, List.of(MEMORY, "-XX:+ExitOnOutOfMemoryError", "-Dparley.limit.rate=0"));
  }

  @Test
  void allThatWasMissedIsToldAndNothingFallsBetweenItAndWhatIsSaidNow() throws Exception {
    Guest ann;
    Guest bob;
    try (Launched server = server()) {
      URI url = server.url();
      ann = Guest.called(url, "ann");
      bob = Guest.called(url, "bob");
      join(url, bob);
      join(url, ann).forEach(position -> held.put(position.room(), position));
    }
    Filling.fill(folder.resolve("home/parley.db"), held.keySet(), bob.id(), MISSED);
    try (Launched server = server()) {
      comeBack(server.url(), ann, bob);
    }
  }

  /** Has somebody join all rooms; where these end. */
  private static List<Position> join(URI url, Guest guest) {
    try (ParleyClient client = ParleyClient.in(url, guest)) {
      return NAMES.stream().map(client::join).map(client.rooms()::position).toList();
    }
  }

  private void comeBack(URI url, Guest ann, Guest bob) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<List<Position>> talk =
        CompletableFuture.supplyAsync(() -> talk(url, bob, enough));
    try (SlowLine line = new SlowLine(Handshake.parley(url).as(ann), BYTES_A_SECOND, this::check)) {
      line.resume(held.values().toArray(Position[]::new));
      for (Position position : held.values()) {
        line.readTo(new Position(position.room(), position.seq() + MISSED, ""));
      }
      double seconds = line.age().toMillis() / 1000.0;
      long bytes = line.bytes();
      enough.set(true);
      List<Position> ends = talk.get(1, TimeUnit.MINUTES);
      for (Position end : ends) {
        line.readTo(end);
        assertEquals(end, line.position(end.room()));
        assertNotEquals(held.get(end.room()).seq() + MISSED, end.seq(), "nobody talked meanwhile");
      }
      assertEquals((long) ROOMS * MISSED, missed.get());
      System.getLogger(getClass().getName())
          .log(
              System.Logger.Level.INFO,
              "{0} missed entries of {1} rooms, {2} bytes, told in {3} s, while {4} were said",
              missed,
              ROOMS,
              bytes,
              seconds,
              said(ends));
    }
  }

  private long said(List<Position> ends) {
    return ends.stream().mapToLong(end -> end.seq() - held.get(end.room()).seq() - MISSED).sum();
  }

  /** Nothing is reset, and what was missed is what was said. */
  private void check(JsonObject frame) {
    String room = frame.getString("recipient", "");
    if (frame.getString("type").equals("message") && held.containsKey(room)) {
      int number = frame.getInt("seq") - held.get(room).seq();
      if (number <= MISSED) {
        assertEquals(Filling.content(number), frame.getString("content"));
        missed.incrementAndGet();
      }
    }
    assertTrue(
        !frame.getString("type").equals("reset") || !held.containsKey(room), frame::toString);
  }

  /** Says something in one room after the other until it is enough; where all end. */
  private static List<Position> talk(URI url, Guest guest, AtomicBoolean enough) {
    try (ParleyClient client = ParleyClient.in(url, guest)) {
      List<Position> ends = new ArrayList<>();
      while (!enough.get() || ends.size() < ROOMS) {
        if (ends.size() == ROOMS) {
          ends.clear();
        }
        ends.add(Position.of(client.store(NAMES.get(ends.size()), "on and on")));
      }
      return ends;
    }
  }
}
