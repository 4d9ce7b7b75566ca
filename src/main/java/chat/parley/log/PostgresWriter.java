package chat.parley.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The one connection that writes to a PostgreSQL, with the {@link Hold}. After it broke the next
 * one is had when its session has ended. Not thread-safe: for one thread at a time.
 */
final class PostgresWriter implements AutoCloseable {
  /** How long PostgreSQL may take for one answer. */
  private static final int PATIENCE_MILLIS = 30_000;

  /**
   * PostgreSQL's own look after a peer that says nothing any more: 25 s until it has gone. And who
   * has locked what is to be written is waited for so long, as the committer itself tries again.
   * The writer looks up by keys alone, and no plan made while a table was small reads all of it
   * when it is large.
   */
  private static final String SETTINGS =
      """
      SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
      SET lock_timeout = '1s'; SET enable_seqscan = off""";

  private static final String AS_IT_WAS =
      """
      RESET tcp_keepalives_idle; RESET tcp_keepalives_interval; RESET tcp_keepalives_count;
      RESET lock_timeout; RESET enable_seqscan""";

  /** What drivers say where the server will not have them: the class 08 is for connections. */
  private static final String NOT_HAD = "08004";

  private final DataSource source;
  private Connection connection;
  private int session;
  private long number;

  PostgresWriter(DataSource source) {
    this.source = source;
  }

  /**
   * The connection, made anew if it was let go.
   *
   * @throws SQLException if there is none to be had
   */
  Connection connection() throws SQLException {
    if (connection == null) {
      connection = connect();
    }
    return connection;
  }

  private Connection connect() throws SQLException {
    Connection fresh = borrow();
    try {
      fresh.setAutoCommit(true);
      fresh.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
      hold(fresh);
      return fresh;
    } catch (SQLException e) {
      giveBack(fresh);
      throw e;
    }
  }

  /** A pool that has none to give may give no reason. */
  private Connection borrow() throws SQLException {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new SQLException(e.getMessage(), NOT_HAD, e);
    }
  }

  private void hold(Connection fresh) throws SQLException {
    if (!Hold.take(fresh)) {
      Hold.end(fresh, session);
      throw new SQLException("another Parley writes to it", NOT_HAD);
    }
    if (number != 0 && Hold.last(fresh) != number) {
      throw new SQLException(
          "another Parley has written to it since, so this one has to be started anew", NOT_HAD);
    }
    session = Hold.session(fresh);
    try (Statement statement = fresh.createStatement()) {
      statement.execute(SETTINGS);
    }
  }

  /** From now on no other server may have written when the connection is made anew. */
  void begin() throws SQLException {
    number = Hold.begin(connection());
  }

  /** Lets go of a connection that is of no use any more. */
  @Override
  public void close() {
    if (connection != null) {
      giveBack(connection);
      connection = null;
    }
  }

  /** As it came, because a pool may keep the session. */
  private static void giveBack(Connection connection) {
    try (connection;
        Statement statement = connection.createStatement()) {
      Hold.letGo(connection);
      statement.execute(AS_IT_WAS);
      connection.setNetworkTimeout(Runnable::run, 0);
    } catch (SQLException e) {
      System.getLogger(PostgresWriter.class.getName())
          .log(System.Logger.Level.DEBUG, "The hold ends with the session: {0}", e.getMessage());
    }
  }
}
