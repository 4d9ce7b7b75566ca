package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.SQLException;
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
  private static final String INTO =
      """
      INSERT INTO entry
        (room, seq, mark, kind, sender, ref, at, target, detail, content, mentions, thread, number)""";

  private static final List<Bulk.Type> TYPES =
      List.of(
          Bulk.Type.TEXT, // room
          Bulk.Type.BIGINT, // seq
          Bulk.Type.TEXT, // mark
          Bulk.Type.TEXT, // kind
          Bulk.Type.TEXT, // sender
          Bulk.Type.TEXT, // ref
          Bulk.Type.BIGINT, // at
          Bulk.Type.BIGINT, // target
          Bulk.Type.TEXT, // detail
          Bulk.Type.TEXT, // content
          Bulk.Type.TEXT, // mentions
          Bulk.Type.BIGINT, // thread
          Bulk.Type.BIGINT); // number

  /** Keeps the order of each. */
  private static final Comparator<Entry> BY_ROOM =
      Comparator.comparing(entry -> entry.room().value());

  private final Statements statements;
  private final Bulk bulk;
  private final Numbers numbers;
  private final Map<RoomId, Long> given = new HashMap<>();
  private final List<Entry> waiting = new ArrayList<>();

  /**
   * @param numbers those of the messages that are stored
   */
  Insertion(Statements statements, Bulk bulk, Numbers numbers) {
    this.statements = statements;
    this.bulk = bulk;
    this.numbers = numbers;
  }

  void add(Entry entry) {
    waiting.add(entry);
  }

  /** Inserts what waits. */
  void flush() throws SQLException {
    if (!waiting.isEmpty()) {
      waiting.sort(BY_ROOM);
      List<Object[]> rows = waiting.stream().map(this::row).toList();
      waiting.clear();
      bulk.insert(statements, INTO, TYPES, rows);
    }
  }

  private Object[] row(Entry entry) {
    Act act = entry.act();
    Text text = act instanceof Act.Say say ? say.text() : null;
    return new Object[] {
      entry.room().value(),
      entry.seq(),
      entry.mark().value(),
      act.kind().name(),
      entry.sender().value(),
      entry.ref() == null ? null : entry.ref().value(),
      entry.at().toEpochMilli(),
      target(act),
      Details.of(act),
      text == null ? null : text.content(),
      text == null ? null : Details.mentions(text),
      act instanceof Act.Say say ? say.thread() : null,
      Numbers.isShown(act) ? number(entry) : null
    };
  }

  /** How many messages the room has up to this entry. */
  private long number(Entry entry) {
    long before = numbers.last(entry.room());
    return before
        + (Numbers.isCounted(entry.act())
            ? given.merge(entry.room(), 1L, Long::sum)
            : given.getOrDefault(entry.room(), 0L));
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
