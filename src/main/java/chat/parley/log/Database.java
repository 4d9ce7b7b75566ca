package chat.parley.log;

import chat.parley.message.RoomId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/**
 * Where everything is kept that lasts: one connection that writes, which belongs to the committer,
 * and others that read. What is committed survives the process and the power.
 *
 * <p>Thread-safe, but for what is said to be the committer's.
 */
public abstract class Database implements AutoCloseable {
  /**
   * Something to ask the database.
   *
   * @param <T> the answer
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Asks it. */
    T from(Connection connection) throws SQLException;
  }

  Database() {}

  /**
   * Opens the SQLite database in this file, and makes it if there is none. One that an older Parley
   * wrote is brought up to date.
   *
   * @throws Unusable if it is damaged, or written by a newer Parley, or can't be opened
   */
  public static Database open(Path file) {
    return SqliteDatabase.in(file);
  }

  /**
   * A SQLite database that is gone when it is closed.
   *
   * @throws Unusable if there is no place for it
   */
  public static Database temporary() {
    return SqliteDatabase.passing();
  }

  /**
   * Opens a PostgreSQL database with connections of its own. One that is empty is filled, one that
   * an older Parley wrote is brought up to date.
   *
   * @param url {@code jdbc:postgresql:…}
   * @param user null if the URL names one, or it is the one who runs the server
   * @param password null if none is needed, or the URL holds it
   * @throws Absent if it can't be reached now, or another Parley writes to it
   * @throws Unusable if it will not do as it is
   */
  public static Database open(String url, String user, String password) {
    PostgresPool pool = PostgresPool.of(url, user, password);
    try {
      return PostgresDatabase.open(pool.name(), pool.direct(), pool.shared(), pool::close);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Opens a PostgreSQL database whose connections the container has.
   *
   * @param name what the people who run the server know them by
   * @throws Absent if it can't be reached now, or another Parley writes to it
   * @throws Unusable if it will not do as it is
   */
  public static Database open(String name, DataSource source) {
    return PostgresDatabase.open(name, source, source, () -> {});
  }

  /**
   * The connection that writes, made anew if the one before is gone. For the committer's thread
   * alone, once that has started.
   *
   * @throws Unstored if there is none to be had
   */
  abstract Connection writer();

  /**
   * Locks what is stored of these rooms in the ascending order of their ids, until the transaction
   * ends, so that only this one gives them seqs. The committer's.
   */
  abstract void lock(Connection writer, Collection<RoomId> rooms) throws SQLException;

  /** How it takes many rows. The committer's. */
  abstract Bulk bulk();

  /**
   * What it means that writing failed so. A connection that is of no use any more is let go. The
   * committer's.
   */
  abstract Failure failed(SQLException e);

  /**
   * What was deleted by what is committed now is to be gone from everything that is kept, as soon
   * as may be.
   */
  abstract void erase();

  /**
   * Asks the database on the calling thread, which waits for the disk, and for a connection where
   * many read.
   *
   * @throws IllegalStateException if it can't be asked
   */
  public abstract <T> T read(Reading<T> reading);

  /** The same, all of whose answers are of one moment. */
  public abstract <T> T snapshot(Reading<T> reading);

  /** Lets go of all connections. Nothing is asked of it any more. */
  @Override
  public abstract void close();
}
