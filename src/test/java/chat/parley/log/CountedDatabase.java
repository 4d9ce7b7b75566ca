package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database that counts the statements which it is asked to execute, those of its writer too. As
 * thread-safe as the database itself.
 */
public final class CountedDatabase extends Database {
  private final Database database;
  private final AtomicInteger statements = new AtomicInteger();

  /** Counts what comes to this database, and closes it when it is closed. */
  public CountedDatabase(Database database) {
    this.database = database;
  }

  /** Statements so far. */
  public int statements() {
    return statements.get();
  }

  private Connection counted(Connection connection) {
    return Watched.connection(connection, whole -> statements.incrementAndGet());
  }

  @Override
  Connection writer() {
    return counted(database.writer());
  }

  @Override
  void lock(Connection writer, Collection<RoomId> rooms) throws SQLException {
    database.lock(writer, rooms);
  }

  @Override
  Bulk bulk() {
    return database.bulk();
  }

  @Override
  Failure failed(SQLException e) {
    return database.failed(e);
  }

  @Override
  void erase() {
    database.erase();
  }

  @Override
  public <T> T read(Reading<T> reading) {
    return database.read(connection -> reading.from(counted(connection)));
  }

  @Override
  public <T> T snapshot(Reading<T> reading) {
    return database.snapshot(connection -> reading.from(counted(connection)));
  }

  @Override
  public void close() {
    database.close();
  }
}
