package chat.parley.room;

import chat.parley.log.Change;
import chat.parley.message.PersonId;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A person's coming into a room for good, or leaving it, on its way into the database.
 *
 * @param rooms whose memory follows
 * @param person who goes
 * @param room where
 * @param way in or out
 * @param sequel what follows
 */
record Move(Rooms rooms, PersonId person, Room room, Way way, Sequel sequel) implements Change {
  @Override
  public void write(Connection connection) throws SQLException {
    switch (way) {
      case IN -> RoomTable.add(connection, person, room.id());
      case OUT -> RoomTable.remove(connection, person, room.id());
    }
  }

  @Override
  public void stored() {
    rooms.settle(this);
    sequel.stored().accept(room);
  }

  @Override
  public void failed() {
    rooms.drop(this);
    sequel.failed().run();
  }
}
