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

/** The SQL of entries, over one connection. Not thread-safe. */
final class EntryTable {
  private static final String COLUMNS = "room, seq, mark, kind, sender, ref, at, content";

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

  /** What follows a seq, up to and with another one, in order; so many at most. */
  List<Entry> between(RoomId room, long after, long upTo, int most) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM entry WHERE room = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?")) {
      select.setString(1, room.value());
      select.setLong(2, after);
      select.setLong(3, upTo);
      select.setInt(4, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
    }
    return entries;
  }

  /** Finds an entry by its ref. */
  PreparedStatement findByRef() throws SQLException {
    return connection.prepareStatement(
        "SELECT " + COLUMNS + " FROM entry WHERE room = ? AND sender = ? AND ref = ?");
  }

  /** Stores an entry. */
  PreparedStatement insert() throws SQLException {
    return connection.prepareStatement(
        "INSERT INTO entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /** Sets where a room ends. */
  PreparedStatement setEnd() throws SQLException {
    return connection.prepareStatement("UPDATE room SET last_seq = ?, last_mark = ? WHERE id = ?");
  }

  static Entry entry(ResultSet row) throws SQLException {
    String ref = row.getString(6);
    return new Entry(
        new RoomId(row.getString(1)),
        row.getLong(2),
        new Mark(row.getString(3)),
        Entry.Kind.valueOf(row.getString(4)),
        new PersonId(row.getString(5)),
        ref == null ? null : new Ref(ref),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getString(8));
  }
}
