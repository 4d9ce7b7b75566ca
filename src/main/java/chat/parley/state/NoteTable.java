package chat.parley.state;

import chat.parley.message.Mark;
import chat.parley.message.NoteKey;
import chat.parley.message.PersonId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The notes in the database: the tables {@code note} and {@code note_run}. To write again what is
 * written changes nothing. Stateless.
 */
final class NoteTable {
  /** Runs of the server that are known; whoever comes from an older one is told afresh. */
  private static final int RUNS = 1000;

  private static final String KEPT =
      "SELECT number, mark, version FROM note_run ORDER BY number DESC LIMIT " + RUNS;

  private static final String BEGIN =
      """
      INSERT INTO note_run (number, mark, version) VALUES (?, ?, ?)
      ON CONFLICT (number) DO NOTHING""";

  private static final String FORGET_RUNS = "DELETE FROM note_run WHERE number <= ?";

  private static final String NEWEST = "SELECT COALESCE(MAX(version), 0) FROM note";

  private static final String AMOUNT =
      """
      SELECT COUNT(value), COUNT(*), COALESCE(SUM(LENGTH(value)), 0), COALESCE(MAX(version), 0)
      FROM note WHERE person = ?""";

  private static final String PUT =
      """
      INSERT INTO note (person, name, value, version) VALUES (?, ?, ?, ?)
      ON CONFLICT (person, name) DO UPDATE SET value = excluded.value, version = excluded.version
      WHERE note.value IS DISTINCT FROM excluded.value""";

  private static final String CLEAR =
      "UPDATE note SET value = NULL, version = ? WHERE person = ? AND name = ? AND value IS NOT NULL";

  private static final String HOLDS =
      "SELECT 1 FROM note WHERE person = ? AND name = ? AND value IS NOT NULL";

  private static final String TRACES =
      """
      INSERT INTO note (person, name, value, version)
      SELECT person, '', NULL, MAX(version) FROM note WHERE person = ? AND value IS NULL
      GROUP BY person
      ON CONFLICT (person, name) DO UPDATE SET version = excluded.version""";

  private static final String FORGET_TRACES =
      "DELETE FROM note WHERE person = ? AND value IS NULL AND name <> ''";

  private static final String CHANGED =
      """
      WITH asked (person, since) AS (VALUES %s)
      SELECT a.person, a.since, n.name, n.value, n.version FROM asked a
      JOIN note n ON n.person = a.person AND n.version > a.since
      ORDER BY n.version""";

  private static final String ROW = "(CAST(? AS TEXT), CAST(? AS BIGINT))";

  /**
   * How much somebody keeps.
   *
   * @param notes how many there are
   * @param rows those, and traces of those that are gone
   * @param length characters of all
   * @param version the newest one's
   */
  record Amount(int notes, int rows, long length, long version) {
    /** The same with one more note, which may take the place of another. */
    Amount with(Note note) {
      return note.value() == null
          ? this
          : new Amount(notes + 1, rows + 1, length + note.value().length(), version);
    }
  }

  /** All of somebody's notes that are newer than a version. */
  record Since(PersonId person, long version) {}

  private NoteTable() {}

  /** The last runs of the server, in order. */
  static List<NoteRuns.Run> runs(Connection connection) throws SQLException {
    List<NoteRuns.Run> runs = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(KEPT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        runs.add(0, new NoteRuns.Run(row.getLong(1), new Mark(row.getString(2)), row.getLong(3)));
      }
    }
    return runs;
  }

  /** The version of the newest of all notes; 0 if there is none. */
  static long newest(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEWEST);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static void begin(Connection connection, NoteRuns.Run run) throws SQLException {
    update(connection, BEGIN, run.number(), run.mark().value(), run.version());
    update(connection, FORGET_RUNS, run.number() - RUNS);
  }

  static Amount amount(Connection connection, PersonId person) throws SQLException {
    try (PreparedStatement select = prepare(connection, AMOUNT, person.value());
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Amount(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4));
    }
  }

  /** Whether somebody has a note of this key. */
  static boolean holds(Connection connection, PersonId person, NoteKey key) throws SQLException {
    try (PreparedStatement select = prepare(connection, HOLDS, person.value(), key.value());
        ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  /** Has a note say what it is to say; one that does already keeps its version. */
  static void put(Connection connection, PersonId person, StoredNote stored) throws SQLException {
    String key = stored.note().key().value();
    if (stored.note().value() == null) {
      update(connection, CLEAR, stored.version(), person.value(), key);
    } else {
      update(connection, PUT, person.value(), key, stored.note().value(), stored.version());
    }
  }

  /** Throws the traces of somebody's notes away that are gone, and keeps the newest's version. */
  static void forgetTraces(Connection connection, PersonId person) throws SQLException {
    update(connection, TRACES, person.value());
    update(connection, FORGET_TRACES, person.value());
  }

  /**
   * What has changed since.
   *
   * @param asked what is asked for, 5,000 at most
   * @return in the order in which it changed; a note without a key says that traces of what is gone
   *     were thrown away since. What is asked for and not there has nothing newer
   */
  static Map<Since, List<StoredNote>> changed(Connection connection, Collection<Since> asked)
      throws SQLException {
    Map<Since, List<StoredNote>> changed = new HashMap<>();
    String rows = asked.stream().map(since -> ROW).collect(Collectors.joining(", "));
    Object[] values =
        asked.stream()
            .flatMap(since -> List.<Object>of(since.person().value(), since.version()).stream())
            .toArray();
    try (PreparedStatement select = prepare(connection, CHANGED.formatted(rows), values);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        changed
            .computeIfAbsent(
                new Since(new PersonId(row.getString(1)), row.getLong(2)), it -> new ArrayList<>())
            .add(stored(row));
      }
    }
    return changed;
  }

  private static StoredNote stored(ResultSet row) throws SQLException {
    String name = row.getString(3);
    NoteKey key = name.isEmpty() ? null : new NoteKey(name);
    return new StoredNote(new Note(key, row.getString(4)), row.getLong(5));
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement update = prepare(connection, sql, values)) {
      update.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
