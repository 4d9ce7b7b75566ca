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
import java.util.Optional;

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

  /**
   * All that is told of these rooms to somebody who was there before anything was said; less, if
   * the rest does not come, or another beginning instead: the checks see that it is missing.
   */
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
    boolean whole = false;
    while (!whole && !deadline.passed() && !line.isOver()) {
      line.next(deadline)
          .filter(LogReader::isEntry)
          .map(Entry::of)
          .ifPresent(entry -> told.get(entry.room()).add(entry));
      whole = ends.stream().allMatch(end -> told.get(end.room()).size() >= end.seq());
    }
    return told;
  }

  private static boolean isEntry(JsonObject frame) {
    return frame.containsKey("sender");
  }

  private Optional<Page> page() {
    Deadline deadline = Deadline.in(PATIENCE);
    while (!deadline.passed() && !line.isOver()) {
      Optional<JsonObject> frame =
          line.next(deadline).filter(it -> it.getString("type").equals("page"));
      if (frame.isPresent()) {
        return frame.map(Page::of);
      }
    }
    return Optional.empty();
  }

  /** All that pages show of a room, from the newest to the first. */
  List<Entry> walk(String room) {
    List<Entry> shown = new ArrayList<>();
    int before = Integer.MAX_VALUE;
    while (before > 0) {
      line.send(Ask.page("w" + before, room, 100, "before", before));
      Optional<Page> page = page();
      page.ifPresent(it -> shown.addAll(0, it.entries()));
      before = page.map(Page::before).orElse(0);
    }
    return shown;
  }

  @Override
  public void close() {
    line.cut();
  }
}
