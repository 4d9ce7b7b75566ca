package chat.parley.log;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction on a borrowed connection in which nothing can be written, and no answer is waited
 * for longer than {@link #PATIENCE_MILLIS}. Closing it leaves the connection as it was. Not
 * thread-safe.
 */
record PostgresReading(Connection connection, boolean autoCommit) implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  static PostgresReading on(Connection connection) throws SQLException {
    PostgresReading reading = new PostgresReading(connection, connection.getAutoCommit());
    connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    return reading;
  }

  <T> T ask(Database.Reading<T> reading) throws SQLException {
    return reading.from(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setReadOnly(false);
    connection.setAutoCommit(autoCommit);
    connection.setNetworkTimeout(Runnable::run, 0);
  }
}
