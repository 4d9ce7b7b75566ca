package chat.parley.room;

import chat.parley.log.Change;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A new room and the coming of whoever it was made for, as one change: both or neither.
 *
 * @param founding the room
 * @param move the first one in
 */
record FirstJoining(Founding founding, Move move) implements Change {
  @Override
  public void write(Connection connection) throws SQLException {
    founding.write(connection);
    move.write(connection);
  }

  @Override
  public void stored() {
    founding.stored();
    move.stored();
  }

  @Override
  public void failed() {
    founding.failed();
    move.failed();
  }
}
