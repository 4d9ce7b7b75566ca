package chat.parley.state;

import chat.parley.log.Change;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How far somebody has read a thread, to be stored. Immutable.
 *
 * @param root the seq of the message that the thread is of
 * @param seq the last entry read
 * @param success called when it is stored, by the committer's thread
 */
record ThreadMarkChange(PersonId person, RoomId room, long root, long seq, Runnable success)
    implements Change {
  @Override
  public void write(Connection connection) throws SQLException {
    MarkTable.putThread(connection, person, room, root, seq);
  }

  @Override
  public void stored() {
    success.run();
  }
}
