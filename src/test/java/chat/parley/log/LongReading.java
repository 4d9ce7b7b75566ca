package chat.parley.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Somebody who reads a SQLite database as it is at one moment, until this is closed. */
public final class LongReading implements AutoCloseable {
  private final Connection connection;

  /** Begins to read. */
  public LongReading(Path file) throws SQLException {
    connection = SqliteFile.source(file).getConnection();
    connection.setAutoCommit(false);
    Sql.ask(connection, "SELECT count(*) FROM entry");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
