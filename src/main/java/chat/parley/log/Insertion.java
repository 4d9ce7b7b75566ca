package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Inserts the entries of one transaction, many at a time and room by room: those of a room lie side
 * by side in the table and in each index, and to come back to a page for each costs twice as much.
 * They are there for others to find once {@link #flush} has been called. Not thread-safe.
 */
final class Insertion {
  private static final String INSERT =
      """
      INSERT INTO entry
        (room, seq, mark, kind, sender, ref, at, target, detail, content, mentions, thread, number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  /** Keeps the order of each. */
  private static final Comparator<Entry> BY_ROOM =
      Comparator.comparing(entry -> entry.room().value());

  private final Numbers numbers;
  private final PreparedStatement insert;
  private final Map<RoomId, Long> given = new HashMap<>();
  private final List<Entry> waiting = new ArrayList<>();

  /**
   * @param numbers those of the messages that are stored
   */
  Insertion(Statements statements, Numbers numbers) throws SQLException {
    this.numbers = numbers;
    this.insert = statements.of(INSERT);
    insert.clearBatch(); // what was left by one that failed
  }

  void add(Entry entry) {
    waiting.add(entry);
  }

  /** Inserts what waits. */
  void flush() throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    waiting.sort(BY_ROOM);
    for (Entry entry : waiting) {
      batch(entry);
    }
    waiting.clear();
    insert.executeBatch();
  }

  private void batch(Entry entry) throws SQLException {
    Act act = entry.act();
    insert.setString(1, entry.room().value());
    insert.setLong(2, entry.seq());
    insert.setString(3, entry.mark().value());
    insert.setString(4, act.kind().name());
    insert.setString(5, entry.sender().value());
    insert.setString(6, entry.ref() == null ? null : entry.ref().value());
    insert.setLong(7, entry.at().toEpochMilli());
    set(8, target(act));
    insert.setString(9, Details.of(act));
    Text text = act instanceof Act.Say say ? say.text() : null;
    insert.setString(10, text == null ? null : text.content());
    insert.setString(11, text == null ? null : Details.mentions(text));
    set(12, act instanceof Act.Say say ? say.thread() : null);
    set(13, Numbers.isNumbered(act) ? next(entry.room()) : null);
    insert.addBatch();
  }

  private Long next(RoomId room) {
    return numbers.last(room) + given.merge(room, 1L, Long::sum);
  }

  private void set(int index, Long value) throws SQLException {
    if (value == null) {
      insert.setNull(index, Types.BIGINT);
    } else {
      insert.setLong(index, value);
    }
  }

  private static Long target(Act act) {
    if (act instanceof Act.Edit edit) {
      return edit.target();
    }
    if (act instanceof Act.Delete delete) {
      return delete.target();
    }
    if (act instanceof Act.React react) {
      return react.target();
    }
    return act instanceof Act.Pin pin ? pin.target() : null;
  }
}
