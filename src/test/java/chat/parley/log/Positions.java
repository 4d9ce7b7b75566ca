package chat.parley.log;

import chat.parley.message.Mark;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.SQLException;

/** Looks positions up for tests. */
public final class Positions {
  private Positions() {}

  /** Where a room stood after so many entries. */
  public static Position of(Connection connection, RoomId room, long seq) throws SQLException {
    Mark mark =
        seq == 0 ? Marks.genesis(room) : new EntryTable(connection).mark(room, seq).orElseThrow();
    return new Position(room, seq, mark);
  }
}
