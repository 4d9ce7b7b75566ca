package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * How many messages each room has that are no replies, as far as is stored. What a page shows has
 * the number of those up to it, so what is unread is a difference of two. Not thread-safe: the
 * committer's.
 */
final class Numbers {
  private static final String LAST =
      """
      SELECT room.id, (SELECT e.number FROM entry e WHERE e.room = room.id AND e.number IS NOT NULL
        ORDER BY e.seq DESC LIMIT 1) FROM room""";

  private final Map<RoomId, Long> last = new HashMap<>();

  /** Those of all rooms that this database holds. */
  static Numbers of(Connection connection) throws SQLException {
    Numbers numbers = new Numbers();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LAST)) {
      while (row.next()) {
        numbers.last.put(new RoomId(row.getString(1)), row.getLong(2));
      }
    }
    return numbers;
  }

  /** That of a room; 0 if there is none. */
  long last(RoomId room) {
    return last.getOrDefault(room, 0L);
  }

  /** An entry is stored. */
  void note(Entry entry) {
    if (isCounted(entry.act())) {
      last.merge(entry.room(), 1L, Long::sum);
    }
  }

  /** Whether an entry that does this is one more message that is no reply. */
  static boolean isCounted(Act act) {
    return act instanceof Act.Say say && say.thread() == null;
  }

  /** Whether a page of the room shows an entry that does this: then it has a number. */
  static boolean isShown(Act act) {
    return isCounted(act) || act instanceof Act.Settle || act instanceof Act.Belong;
  }
}
