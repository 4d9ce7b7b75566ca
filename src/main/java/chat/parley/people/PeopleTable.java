package chat.parley.people;

import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people in the database: the tables {@code person} and {@code former_name}. Stateless. */
final class PeopleTable {
  private static final String ALL = "SELECT id, digest, name, guest, heard FROM person";

  private static final String ALL_FORMER =
      "SELECT person, name_key FROM former_name ORDER BY person, number";

  private static final String LAY_NAME_DOWN = "UPDATE person SET name_key = ? WHERE id = ?";

  private static final String FREE_FORMER = "DELETE FROM former_name WHERE person = ?";

  private static final String PUT =
      """
      INSERT INTO person (id, digest, name, name_key, guest, heard) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, name = excluded.name,
        name_key = excluded.name_key, guest = excluded.guest, heard = excluded.heard""";

  private static final String PUT_FORMER =
      "INSERT INTO former_name (person, number, name_key) VALUES (?, ?, ?)";

  private PeopleTable() {}

  /** Everybody stored, in no order. */
  static List<StoredPerson> all(Connection connection) throws SQLException {
    Map<String, List<String>> former = former(connection);
    List<StoredPerson> people = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String id = row.getString("id");
        people.add(
            new StoredPerson(
                row.getBytes("digest"),
                new Person(
                    new PersonId(id), new Name(row.getString("name")), row.getInt("guest") != 0),
                row.getInt("heard") != 0,
                former.getOrDefault(id, List.of())));
      }
    }
    return people;
  }

  private static Map<String, List<String>> former(Connection connection) throws SQLException {
    Map<String, List<String>> former = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL_FORMER);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        former
            .computeIfAbsent(row.getString("person"), id -> new ArrayList<>())
            .add(row.getString("name_key"));
      }
    }
    return former;
  }

  /**
   * Writes these people over what was stored of them. All lay down their names before any takes
   * one: so names can go from one to another, or be swapped, among them.
   */
  static void write(Connection connection, List<StoredPerson> people) throws SQLException {
    try (PreparedStatement layDown = connection.prepareStatement(LAY_NAME_DOWN);
        PreparedStatement free = connection.prepareStatement(FREE_FORMER);
        PreparedStatement put = connection.prepareStatement(PUT);
        PreparedStatement putFormer = connection.prepareStatement(PUT_FORMER)) {
      for (StoredPerson stored : people) {
        layNamesDown(layDown, free, stored.person().id().value());
      }
      for (StoredPerson stored : people) {
        put(put, stored);
        putFormer(putFormer, stored);
      }
    }
  }

  private static void layNamesDown(PreparedStatement layDown, PreparedStatement free, String id)
      throws SQLException {
    layDown.setString(1, '#' + id); // no name has a #
    layDown.setString(2, id);
    layDown.executeUpdate();
    free.setString(1, id);
    free.executeUpdate();
  }

  private static void put(PreparedStatement put, StoredPerson stored) throws SQLException {
    Person person = stored.person();
    put.setString(1, person.id().value());
    put.setBytes(2, stored.digest());
    put.setString(3, person.name().text());
    put.setString(4, person.name().key());
    put.setInt(5, person.guest() ? 1 : 0);
    put.setInt(6, stored.heard() ? 1 : 0);
    put.executeUpdate();
  }

  private static void putFormer(PreparedStatement put, StoredPerson stored) throws SQLException {
    for (int number = 0; number < stored.former().size(); number++) {
      put.setString(1, stored.person().id().value());
      put.setInt(2, number);
      put.setString(3, stored.former().get(number));
      put.executeUpdate();
    }
  }
}
