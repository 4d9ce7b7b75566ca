package chat.parley.room;

import chat.parley.log.Marks;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rooms in the database: the tables {@code room} and {@code member}. To write again what is
 * written changes nothing. Stateless.
 */
public final class RoomTable {
  private static final String ALL =
      "SELECT id, kind, name, people, title, topic, owner, archived FROM room";

  private static final String ALL_PLACES = "SELECT room, person, since, inviter FROM member";

  private static final String INSERT =
      """
      INSERT INTO room (id, kind, name, name_key, people, title, topic, owner, archived, last_seq,
        last_mark)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT (id) DO NOTHING""";

  private static final String SET =
      "UPDATE room SET title = ?, topic = ?, owner = ?, archived = ? WHERE id = ?";

  private static final String PUT =
      """
      INSERT INTO member (person, room, since, inviter) VALUES (?, ?, ?, ?)
      ON CONFLICT (person, room) DO UPDATE
        SET since = excluded.since, inviter = excluded.inviter""";

  private static final String REMOVE = "DELETE FROM member WHERE person = ? AND room = ?";

  private static final String BETWEEN_IDS = " ";

  private RoomTable() {}

  /** Every room stored, in no order. */
  public static List<StoredRoom> all(Connection connection) throws SQLException {
    Map<RoomId, Map<PersonId, Place>> places = places(connection);
    List<StoredRoom> rooms = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        RoomId id = new RoomId(row.getString(1));
        String name = row.getString(3);
        rooms.add(
            new StoredRoom(
                id,
                RoomKind.of(row.getString(2)),
                name == null ? null : new Name(name),
                people(row.getString(4)),
                new Traits(
                    new Title(row.getString(5)),
                    new Topic(row.getString(6)),
                    person(row.getString(7)),
                    row.getInt(8) != 0),
                places.getOrDefault(id, Map.of())));
      }
    }
    return rooms;
  }

  private static Map<RoomId, Map<PersonId, Place>> places(Connection connection)
      throws SQLException {
    Map<RoomId, Map<PersonId, Place>> places = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ALL_PLACES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        places
            .computeIfAbsent(new RoomId(row.getString(1)), id -> new HashMap<>())
            .put(
                new PersonId(row.getString(2)),
                new Place(row.getLong(3), person(row.getString(4))));
      }
    }
    return places;
  }

  private static PersonId person(String id) {
    return id == null ? null : new PersonId(id);
  }

  private static Set<PersonId> people(String text) {
    return text == null
        ? Set.of()
        : Arrays.stream(text.split(BETWEEN_IDS))
            .map(PersonId::new)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Writes a room that holds nothing yet. */
  static void insert(Connection connection, Room room) throws SQLException {
    Traits traits = room.traits();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, room.id().value());
      insert.setString(2, room.kind().wire());
      insert.setString(3, room.name().map(Name::text).orElse(null));
      insert.setString(4, room.name().map(Name::key).orElse(null));
      insert.setString(5, text(room.people()));
      set(insert, 6, traits);
      insert.setString(10, Marks.genesis(room.id()).value());
      insert.executeUpdate();
    }
  }

  private static String text(Set<PersonId> people) {
    return people.isEmpty()
        ? null
        : people.stream().map(PersonId::value).sorted().collect(Collectors.joining(BETWEEN_IDS));
  }

  private static void set(PreparedStatement statement, int first, Traits traits)
      throws SQLException {
    statement.setString(first, traits.title().text());
    statement.setString(first + 1, traits.topic().text());
    statement.setString(first + 2, traits.owner() == null ? null : traits.owner().value());
    statement.setInt(first + 3, traits.archived() ? 1 : 0);
  }

  /** Writes what is set of a room. */
  static void update(Connection connection, RoomId room, Traits traits) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SET)) {
      set(update, 1, traits);
      update.setString(5, room.value());
      update.executeUpdate();
    }
  }

  /** Writes somebody's place in a room; an empty one is none. */
  static void put(Connection connection, RoomId room, PersonId person, Optional<Place> place)
      throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(place.isPresent() ? PUT : REMOVE)) {
      put.setString(1, person.value());
      put.setString(2, room.value());
      if (place.isPresent()) {
        PersonId inviter = place.get().inviter();
        put.setLong(3, place.get().since());
        put.setString(4, inviter == null ? null : inviter.value());
      }
      put.executeUpdate();
    }
  }
}
