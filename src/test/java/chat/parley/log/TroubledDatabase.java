package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;

/** A SQLite database whose disk is full, or that writes nothing for a while, as it is told. */
public final class TroubledDatabase extends Database {
  private static final String UNBOUNDED = "1073741823";

  private final Database database = Databases.fresh();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile boolean full;

  /** One that is well so far. */
  public TroubledDatabase() {}

  /** From now on there is no room for anything more, or there is again. */
  public void setFull(boolean isFull) {
    full = isFull;
  }

  /** From now on whoever writes waits. */
  public void hang() {
    gate = new CountDownLatch(1);
  }

  /** Whoever writes goes on. */
  public void goOn() {
    gate.countDown();
  }

  @Override
  Connection writer() {
    try {
      gate.await();
      Connection writer = database.writer();
      String pages = full ? Sql.ask(writer, "PRAGMA page_count") : UNBOUNDED;
      Sql.execute(writer, "PRAGMA max_page_count = " + pages);
      return writer;
    } catch (SQLException e) {
      throw new IllegalStateException("the limit can be set", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the committer", e);
    }
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
    return database.read(reading);
  }

  @Override
  public <T> T snapshot(Reading<T> reading) {
    return database.snapshot(reading);
  }

  @Override
  public void close() {
    database.close();
  }
}
