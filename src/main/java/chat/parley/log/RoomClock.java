package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The time by which a room's entries are stamped, in whole milliseconds. Where the machine's clock
 * goes back, a room's stands still until it has caught up. Not thread-safe: the committer's.
 */
final class RoomClock {
  private static final String LAST =
      """
      SELECT room.id, entry.at FROM room
      JOIN entry ON entry.room = room.id AND entry.seq = room.last_seq\
      """;

  private final Clock clock;
  private final Map<RoomId, Instant> last;

  private RoomClock(Clock clock, Map<RoomId, Instant> last) {
    this.clock = clock;
    this.last = last;
  }

  /** The clock of all rooms that this database holds. */
  static RoomClock of(Connection connection, Clock clock) throws SQLException {
    Map<RoomId, Instant> last = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LAST)) {
      while (row.next()) {
        last.put(new RoomId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)));
      }
    }
    return new RoomClock(clock, last);
  }

  /** The rooms in which something happened last, so many at most, the latest one at the end. */
  List<RoomId> latest(int most) {
    List<RoomId> rooms =
        last.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    return rooms.subList(Math.max(0, rooms.size() - most), rooms.size());
  }

  /** What the next entry of this room is stamped with. */
  Instant now(RoomId room) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return last.merge(room, now, (before, after) -> after.isBefore(before) ? before : after);
  }
}
