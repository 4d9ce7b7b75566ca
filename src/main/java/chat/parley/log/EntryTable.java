package chat.parley.log;

import chat.parley.message.Mark;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads entries, as they are now, over one connection. Not thread-safe. */
final class EntryTable {
  private static final String COLUMNS =
      """
      SELECT e.room, e.seq, e.mark, e.kind, e.sender, e.ref, e.at, e.target, e.detail,
        e.thread, e.edited, e.deleted, e.content, e.mentions,
        t.sender, t.thread, t.edited, t.content, t.mentions
      """;

  private static final String TARGET = "LEFT JOIN entry t ON t.room = e.room AND t.seq = e.target ";

  private static final String SELECT = COLUMNS + "FROM entry e " + TARGET;

  private static final String NEWEST =
      COLUMNS
          + "FROM room r JOIN entry e ON e.room = r.id AND e.seq >= r.last_seq - ? "
          + TARGET
          + "WHERE r.id IN (%s) ORDER BY e.room, e.seq";

  /** What a page shows. */
  private static final String SHOWN = "WHERE e.room = ? AND e.number IS NOT NULL ";

  private static final String REPLIES = "WHERE e.room = ? AND e.thread = ? ";

  private static final String PINNED = "WHERE e.room = ? AND e.pinned IS NOT NULL ";

  private final Connection connection;

  EntryTable(Connection connection) {
    this.connection = connection;
  }

  /** Where each room ends. */
  static List<Position> ends(Connection connection) throws SQLException {
    List<Position> ends = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, last_seq, last_mark FROM room");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ends.add(
            new Position(new RoomId(row.getString(1)), row.getLong(2), new Mark(row.getString(3))));
      }
    }
    return ends;
  }

  /** The mark of an entry; empty if there is none of this seq. */
  Optional<Mark> mark(RoomId room, long seq) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT mark FROM entry WHERE room = ? AND seq = ?")) {
      select.setString(1, room.value());
      select.setLong(2, seq);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(new Mark(row.getString(1))) : Optional.empty();
      }
    }
  }

  /** Whether a position is one of its room's history. */
  boolean holds(Position position) throws SQLException {
    Mark mark =
        position.seq() == 0
            ? Marks.genesis(position.room())
            : mark(position.room(), position.seq()).orElse(null);
    return position.mark().equals(mark);
  }

  /**
   * What follows a position, up to and with a seq, in order, so many at most; empty if it is not
   * one of its room's history.
   */
  Optional<List<Entry>> following(Position position, long upTo, int most) throws SQLException {
    RoomId room = position.room();
    if (position.seq() == 0) {
      return position.equals(Marks.start(room))
          ? Optional.of(between(room, 0, upTo, most))
          : Optional.empty();
    }
    long last = Math.max(upTo, position.seq());
    List<Entry> from = between(room, position.seq() - 1, last, most + 1);
    return !from.isEmpty() && from.get(0).position().equals(position)
        ? Optional.of(from.subList(1, from.size()))
        : Optional.empty();
  }

  /** What follows a seq, up to and with another one, in order; so many at most. */
  List<Entry> between(RoomId room, long after, long upTo, int most) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "WHERE e.room = ? AND e.seq > ? AND e.seq <= ? ORDER BY e.seq LIMIT ?")) {
      select.setString(1, room.value());
      select.setLong(2, after);
      select.setLong(3, upTo);
      select.setInt(4, most);
      return entries(select);
    }
  }

  /** What is shown before a seq, from there backwards; of a thread, its replies. */
  List<Entry> before(RoomId room, Leaf.Scope scope, long seq, int most) throws SQLException {
    return shown(room, scope, "AND e.seq < ? ORDER BY e.seq DESC LIMIT ?", seq, most);
  }

  /** What is shown after a seq, in order; of a thread, its replies. */
  List<Entry> after(RoomId room, Leaf.Scope scope, long seq, int most) throws SQLException {
    return shown(room, scope, "AND e.seq > ? ORDER BY e.seq LIMIT ?", seq, most);
  }

  private List<Entry> shown(RoomId room, Leaf.Scope scope, String part, long seq, int most)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + where(scope) + part)) {
      int next = 1;
      select.setString(next++, room.value());
      if (scope instanceof Leaf.OfThread of) {
        select.setLong(next++, of.thread());
      }
      select.setLong(next++, seq);
      select.setInt(next, most);
      return entries(select);
    }
  }

  private static String where(Leaf.Scope scope) {
    if (scope instanceof Leaf.OfThread) {
      return REPLIES;
    }
    return scope instanceof Leaf.Pinned ? PINNED : SHOWN;
  }

  /**
   * The newest entries of these rooms: of each so many in order, and before them the one that they
   * follow, if there is one.
   */
  List<Entry> newest(List<RoomId> rooms, int each) throws SQLException {
    String ids = rooms.stream().map(room -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement select = connection.prepareStatement(NEWEST.formatted(ids))) {
      select.setInt(1, each);
      for (int i = 0; i < rooms.size(); i++) {
        select.setString(i + 2, rooms.get(i).value());
      }
      return entries(select);
    }
  }

  private static List<Entry> entries(PreparedStatement select) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  /** The entry of a sender's ref; empty if there is none. */
  Optional<Entry> byRef(RoomId room, PersonId sender, Ref ref) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "WHERE e.room = ? AND e.sender = ? AND e.ref = ?")) {
      select.setString(1, room.value());
      select.setString(2, sender.value());
      select.setString(3, ref.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(entry(row)) : Optional.empty();
      }
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String ref = row.getString(6);
    return new Entry(
        new RoomId(row.getString(1)),
        row.getLong(2),
        new Mark(row.getString(3)),
        new PersonId(row.getString(5)),
        ref == null ? null : new Ref(ref),
        Instant.ofEpochMilli(row.getLong(7)),
        act(row));
  }

  private static Act act(ResultSet row) throws SQLException {
    long target = row.getLong(8);
    String detail = row.getString(9);
    return switch (Entry.Kind.valueOf(row.getString(4))) {
      case MESSAGE ->
          new Act.Say(text(row, 13), optional(row, 10).orElse(null), optional(row, 11).isPresent());
      case EDIT -> new Act.Edit(target, row.getLong(17) == row.getLong(2) ? text(row, 18) : null);
      case DELETE ->
          new Act.Delete(target, new PersonId(row.getString(15)), optional(row, 16).orElse(null));
      case REACTION -> Details.reaction(target, detail);
      case PIN -> Details.pin(target, detail);
      case SETTINGS -> Details.settings(detail);
      case MEMBERSHIP -> Details.membership(detail);
    };
  }

  /** The text in this column and the one after it; null where there is none. */
  private static Text text(ResultSet row, int column) throws SQLException {
    String content = row.getString(column);
    return content == null ? null : Details.text(content, row.getString(column + 1));
  }

  static Optional<Long> optional(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
