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
  /** As {@link #row} fills them. */
  private static final List<Bulk.Column> COLUMNS =
      List.of(
          Bulk.Column.text("room"),
          Bulk.Column.number("seq"),
          Bulk.Column.text("mark"),
          Bulk.Column.text("kind"),
          Bulk.Column.text("sender"),
          Bulk.Column.text("ref"),
          Bulk.Column.number("at"),
          Bulk.Column.number("target"),
          Bulk.Column.text("detail"),
          Bulk.Column.text("content"),
          Bulk.Column.text("mentions"),
          Bulk.Column.number("thread"),
          Bulk.Column.number("number"));

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
      bulk.insert(statements, "entry", COLUMNS, rows);
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
