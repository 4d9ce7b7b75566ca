package chat.parley.state;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks in the database: the table {@code read_mark}. To write again what is written changes
 * nothing. Stateless.
 */
public final class MarkTable {
  private static final String ALL =
      "SELECT person, room, seq, turn FROM read_mark WHERE thread = 0";

  private static final String PUT =
      """
      INSERT INTO read_mark (person, room, thread, seq, turn) VALUES (?, ?, 0, ?, ?)
      ON CONFLICT (person, room, thread) DO UPDATE SET seq = excluded.seq, turn = excluded.turn""";

  private static final String PUT_THREAD =
      """
      INSERT INTO read_mark (person, room, thread, seq, turn)
      SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS BIGINT), 0
      WHERE EXISTS (SELECT 1 FROM follower WHERE room = ? AND thread = ? AND person IN (?, '*'))
      ON CONFLICT (person, room, thread) DO UPDATE SET seq = excluded.seq
      WHERE read_mark.seq < excluded.seq""";

  private MarkTable() {}

  /** How far everybody has read the rooms, in no order. */
  public static List<StoredMark> all(Connection connection) throws SQLException {
    List<StoredMark> marks = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        marks.add(
            new StoredMark(
                new PersonId(row.getString(1)),
                new RoomId(row.getString(2)),
                new ReadMark(row.getLong(3), row.getLong(4))));
      }
    }
    return marks;
  }

  /** Writes these over what is stored. */
  static void put(Connection connection, List<StoredMark> marks) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      for (StoredMark stored : marks) {
        put.setString(1, stored.person().value());
        put.setString(2, stored.room().value());
        put.setLong(3, stored.mark().seq());
        put.setLong(4, stored.mark().turn());
        put.executeUpdate();
      }
    }
  }

  /**
   * Moves a thread's mark forward to this entry. One that is there already stays where it is, and
   * who doesn't follow the thread has none.
   */
  static void putThread(Connection connection, PersonId person, RoomId room, long root, long seq)
      throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT_THREAD)) {
      put.setString(1, person.value());
      put.setString(2, room.value());
      put.setLong(3, root);
      put.setLong(4, seq);
      put.setString(5, room.value());
      put.setLong(6, root);
      put.setString(7, person.value());
      put.executeUpdate();
    }
  }
}
