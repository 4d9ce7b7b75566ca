package chat.parley.room;

import chat.parley.log.Marks;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rooms in the database: the tables {@code room} and {@code member}. To write again what is
 * written changes nothing. Stateless.
 */
public final class RoomTable {
  private static final String ALL = "SELECT id, name, pair FROM room";

  private static final String ALL_MEMBERS = "SELECT person, room FROM member";

  private static final String INSERT =
      """
      INSERT INTO room (id, kind, name, name_key, pair, last_seq, last_mark)
      VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT (id) DO NOTHING""";

  private static final String ADD =
      "INSERT INTO member (person, room) VALUES (?, ?) ON CONFLICT (person, room) DO NOTHING";

  private static final String REMOVE = "DELETE FROM member WHERE person = ? AND room = ?";

  private static final String BETWEEN_IDS = " ";

  private RoomTable() {}

  /** Every room stored, in no order. */
  public static List<StoredRoom> all(Connection connection) throws SQLException {
    Map<RoomId, Set<PersonId>> members = members(connection);
    List<StoredRoom> rooms = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        RoomId id = new RoomId(row.getString(1));
        String name = row.getString(2);
        rooms.add(
            new StoredRoom(
                id,
                name == null ? null : new Name(name),
                pair(row.getString(3)),
                members.getOrDefault(id, Set.of())));
      }
    }
    return rooms;
  }

  private static Map<RoomId, Set<PersonId>> members(Connection connection) throws SQLException {
    Map<RoomId, Set<PersonId>> members = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ALL_MEMBERS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        members
            .computeIfAbsent(new RoomId(row.getString(2)), id -> new HashSet<>())
            .add(new PersonId(row.getString(1)));
      }
    }
    return members;
  }

  private static Set<PersonId> pair(String text) {
    return text == null
        ? Set.of()
        : Arrays.stream(text.split(BETWEEN_IDS))
            .map(PersonId::new)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Writes a room that holds nothing yet. */
  static void insert(Connection connection, Room room) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, room.id().value());
      insert.setString(2, room.kind().wire());
      insert.setString(3, room.name().map(Name::text).orElse(null));
      insert.setString(4, room.name().map(Name::key).orElse(null));
      insert.setString(5, text(room.pair()));
      insert.setString(6, Marks.genesis(room.id()).value());
      insert.executeUpdate();
    }
  }

  private static String text(Set<PersonId> pair) {
    return pair.isEmpty()
        ? null
        : pair.stream().map(PersonId::value).sorted().collect(Collectors.joining(BETWEEN_IDS));
  }

  /** Writes that a person is in a room. */
  static void add(Connection connection, PersonId person, RoomId room) throws SQLException {
    update(connection, ADD, person, room);
  }

  /** Writes that a person is not in a room. */
  static void remove(Connection connection, PersonId person, RoomId room) throws SQLException {
    update(connection, REMOVE, person, room);
  }

  private static void update(Connection connection, String sql, PersonId person, RoomId room)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, person.value());
      update.setString(2, room.value());
      update.executeUpdate();
    }
  }
}
