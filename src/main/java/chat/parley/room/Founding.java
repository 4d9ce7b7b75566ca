package chat.parley.room;

import chat.parley.log.Change;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A new room, on its way into the database. If it fails, so does everything that refers to the
 * room.
 *
 * @param rooms which note it, or forget it
 * @param room the room
 */
record Founding(Rooms rooms, Room room) implements Change {
  @Override
  public void write(Connection connection) throws SQLException {
    RoomTable.insert(connection, room);
  }

  @Override
  public void stored() {
    rooms.founded(room);
  }

  @Override
  public void failed() {
    rooms.forget(room);
  }
}
