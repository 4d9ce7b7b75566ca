package chat.parley.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A room at the end of a run.
 *
 * @param people whose conversation it is; empty for other rooms
 * @param entries its whole log as somebody is told it who holds nothing
 * @param walked what pages show of it, from the newest to the first message
 * @param rows what the database holds of it
 */
record RoomLog(
    String id,
    Kind kind,
    Set<String> people,
    List<Entry> entries,
    List<Entry> walked,
    List<Row> rows) {
  enum Kind {
    LOBBY,
    PUBLIC,
    PRIVATE,
    DIRECT
  }

  /**
   * A time during which somebody was in the room.
   *
   * @param from the entry by which they came; 0 if they were in it from the beginning
   * @param to the entry by which they went; {@link Integer#MAX_VALUE} if they didn't
   */
  record Stay(int from, int to) {}

  /** Takes the log in the order of its entries. */
  RoomLog {
    entries = List.copyOf(entries);
  }

  Optional<Entry> at(int seq) {
    return seq >= 1 && seq <= entries.size() ? Optional.of(entries.get(seq - 1)) : Optional.empty();
  }

  int end() {
    return entries.size();
  }

  /** When somebody was in it, the first time first. */
  List<Stay> stays(String person) {
    if (kind == Kind.LOBBY || people.contains(person)) {
      return List.of(new Stay(0, Integer.MAX_VALUE));
    }
    List<Stay> stays = new ArrayList<>();
    int from = 0;
    for (Entry entry : entries) {
      if (entry.is("joined", person)) {
        from = entry.seq();
      } else if (from > 0 && (entry.is("left", person) || entry.is("removed", person))) {
        stays.add(new Stay(from, entry.seq()));
        from = 0;
      }
    }
    if (from > 0) {
      stays.add(new Stay(from, Integer.MAX_VALUE));
    }
    return stays;
  }

  /** The stay that has not ended. */
  Optional<Stay> present(String person) {
    return stays(person).stream().filter(stay -> stay.to() == Integer.MAX_VALUE).findFirst();
  }

  /** Whether somebody has to be a member to read it. */
  boolean isSecret() {
    return kind == Kind.PRIVATE || kind == Kind.DIRECT;
  }

  /**
   * Whether somebody may be told by this refusal that there is none, as they were put out of it.
   */
  boolean isNoneFor(String person, String refusal) {
    return isSecret()
        && refusal.equals("no_such_room")
        && stays(person).stream().anyMatch(stay -> stay.to() < Integer.MAX_VALUE);
  }
}
