package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody who follows a thread of a room.
 *
 * @param person who; null for everyone who is in the room
 */
public record Follower(RoomId room, PersonId person) {
  static final String EVERYONE = "*";

  private static final String OF_THREAD =
      "SELECT person FROM follower WHERE room = ? AND thread = ?";

  /** Who follows one of these threads. */
  static Set<Follower> of(Connection connection, Set<ThreadId> threads) throws SQLException {
    Set<Follower> followers = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(OF_THREAD)) {
      for (ThreadId thread : threads) {
        select.setString(1, thread.room().value());
        select.setLong(2, thread.root());
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            String person = row.getString(1);
            followers.add(
                new Follower(thread.room(), person.equals(EVERYONE) ? null : new PersonId(person)));
          }
        }
      }
    }
    return followers;
  }
}
