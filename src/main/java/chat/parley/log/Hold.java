package chat.parley.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What keeps two servers from writing to one PostgreSQL: a lock that belongs to the session which
 * writes, and ends with it, whatever becomes of the server; and a number that rises with each
 * server that takes the lock, so that one which had lost it learns whether another had it since.
 *
 * <p>As it is only had when the session before has ended, so have all its transactions: whoever has
 * it sees everything that was committed under it before. Stateless.
 */
final class Hold {
  /** "Parl": the first half of the key; the second one is the schema's. */
  private static final int OURS = 0x5061726c;

  private static final String SCHEMA = "hashtext(current_schema())";

  private Hold() {}

  /** Takes it, if nobody has it. */
  static boolean take(Connection connection) throws SQLException {
    return ask(connection, "SELECT pg_try_advisory_lock(" + OURS + ", " + SCHEMA + ")::int") == 1;
  }

  /** Lets it go, before the connection goes back to where it came from. */
  static void letGo(Connection connection) throws SQLException {
    ask(connection, "SELECT pg_advisory_unlock(" + OURS + ", " + SCHEMA + ")::int");
  }

  /** The number of the session, by which it can be ended. */
  static int session(Connection connection) throws SQLException {
    return (int) ask(connection, "SELECT pg_backend_pid()");
  }

  /** Ends a session of ours that broke, if PostgreSQL hasn't noticed yet. */
  static void end(Connection connection, int session) throws SQLException {
    try (PreparedStatement end =
        connection.prepareStatement(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE pid = ? AND granted"
                + " AND locktype = 'advisory' AND classid = "
                + OURS
                + " AND objid = "
                + SCHEMA
                + "::oid")) {
      end.setInt(1, session);
      end.execute();
    }
  }

  /**
   * Gives a server that begins its number. PostgreSQL notes a sequence some numbers ahead, and goes
   * on from there when it has crashed: set, it stands where it is.
   */
  static long begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SEQUENCE IF NOT EXISTS parley_server");
    }
    return ask(connection, "SELECT setval('parley_server', nextval('parley_server'))");
  }

  /** The number of the server that began last. */
  static long last(Connection connection) throws SQLException {
    return ask(connection, "SELECT last_value FROM parley_server");
  }

  private static long ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
