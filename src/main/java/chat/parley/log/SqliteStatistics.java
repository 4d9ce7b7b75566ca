package chat.parley.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What SQLite is told of how the entries are spread, so that it reads by the index that was made
 * for the question: without it, it takes a room for ten entries, and would sooner read through all
 * that came after a seq than look up the few that are somebody's own. Not counted but fixed, so
 * that an old and a new database are read in the same way.
 *
 * <p>See <a href="https://www.sqlite.org/fileformat2.html#stat1tab">sqlite_stat1</a>.
 */
final class SqliteStatistics {
  /** By the index: how many rows it has, and how many of them have the same first columns. */
  private static final Map<String, String> SPREAD =
      Map.of(
          "entry", "1000000 10000 1",
          "entry_ref", "1000000 10000 100 1",
          "entry_shown", "900000 9000 1 1",
          "entry_thread", "100000 1000 10 1",
          "entry_pinned", "1000 10 1",
          "entry_own", "900000 9000 100 1",
          "entry_deleted", "10000 100 1 1");

  private SqliteStatistics() {}

  /** Writes them for the connections that are opened from now on. */
  static void write(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE sqlite_schema"); // makes the table
      connection.setAutoCommit(false);
      statement.execute("DELETE FROM sqlite_stat1");
      insert(connection);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static void insert(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO sqlite_stat1 VALUES ('entry', ?, ?)")) {
      for (Map.Entry<String, String> spread : SPREAD.entrySet()) {
        insert.setString(1, spread.getKey());
        insert.setString(2, spread.getValue());
        insert.executeUpdate();
      }
    }
  }
}
