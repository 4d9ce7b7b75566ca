package chat.parley.chaos;

import chat.parley.blackbox.Ask;
import chat.parley.blackbox.Deadline;
import chat.parley.blackbox.Guest;
import chat.parley.blackbox.Json;
import chat.parley.blackbox.Position;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads whole rooms through the protocol, for somebody who is in all of them: by a resume from
 * before the first entry, and by pages. Single-threaded.
 */
final class LogReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Line line;
  private final JsonObject welcome;

  LogReader(URI url, Guest reader) {
    this.line = Line.open(url, reader).orElseThrow(() -> new AssertionError("the server is down"));
    this.welcome = line.welcome().orElseThrow();
  }

  /** All that is told of these rooms to somebody who was there before anything was said. */
  Map<String, List<Entry>> tell(List<String> rooms) {
    Map<String, List<Entry>> told = new HashMap<>();
    rooms.forEach(room -> told.put(room, new ArrayList<>()));
    line.send(
        Ask.resume(
            rooms.stream()
                .map(room -> new Position(room, 0, MarkChain.genesis(room)))
                .toArray(Position[]::new)));
    List<Position> ends =
        Json.objects(welcome, "rooms").stream()
            .map(Position::end)
            .filter(end -> told.containsKey(end.room()))
            .toList();
    Deadline deadline = Deadline.in(PATIENCE);
    while (ends.stream().anyMatch(end -> told.get(end.room()).size() < end.seq())) {
      JsonObject frame = next(deadline, it -> it.containsKey("mark"));
      if (frame.getString("type").equals("reset")) {
        throw new AssertionError("Not told from the first entry on, but " + frame);
      }
      told.get(frame.getString("recipient")).add(Entry.of(frame));
    }
    return told;
  }

  private JsonObject next(Deadline deadline, Predicate<JsonObject> wanted) {
    while (!deadline.passed() && !line.isOver()) {
      var frame = line.next(deadline);
      if (frame.filter(wanted).isPresent()) {
        return frame.get();
      }
    }
    throw new AssertionError("The whole log was not told in " + PATIENCE);
  }

  /** All that pages show of a room, from the newest to the first. */
  List<Entry> walk(String room) {
    List<Entry> shown = new ArrayList<>();
    int before = Integer.MAX_VALUE;
    while (before > 0) {
      line.send(Ask.page("w" + before, room, 100, "before", before));
      JsonObject frame = next(Deadline.in(PATIENCE), it -> it.getString("type").equals("page"));
      Page page = Page.of(frame);
      shown.addAll(0, page.entries());
      before = page.before();
    }
    return shown;
  }

  @Override
  public void close() {
    line.cut();
  }
}
