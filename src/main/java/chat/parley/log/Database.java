package chat.parley.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file in which everything is kept that lasts: one connection that writes, which belongs
 * to the committer, and a few that read. What is committed survives the process and the power:
 * {@code journal_mode=WAL}, {@code synchronous=FULL}. Text that is deleted is overwritten ({@code
 * secure_delete}).
 *
 * <p>Thread-safe, but for the {@link #writer}.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 5000;

  private final Path passing;
  private final Connection writer;
  private final Checkpoints checkpoints;
  private final List<Connection> readers = new ArrayList<>();
  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(READERS);

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

  private Database(Path file, Path passing) throws SQLException {
    this.passing = passing;
    writer = source(file, false).getConnection();
    checkpoints = new Checkpoints(file, source(file, false).getConnection());
    for (int i = 0; i < READERS; i++) {
      readers.add(source(file, true).getConnection());
    }
    idle.addAll(readers);
    checkpoints.start();
  }

  /**
   * Opens the database in this file, and makes it if there is none. One that an older Parley wrote
   * is brought up to date.
   *
   * @throws Unusable if it is damaged, or written by a newer Parley, or can't be opened
   */
  public static Database open(Path file) {
    return open(file, null);
  }

  /**
   * A database that is gone when it is closed.
   *
   * @throws Unusable if there is no place for it
   */
  public static Database temporary() {
    try {
      Path folder = Files.createTempDirectory("parley-");
      return open(folder.resolve("parley.db"), folder);
    } catch (IOException e) {
      throw new Unusable("The temporary folder can't be written to: " + e.getMessage(), e);
    }
  }

  private static Database open(Path file, Path passing) {
    Driver.load();
    try {
      if (!Files.exists(file)) {
        make(file);
      } else if (Files.size(file) == 0) {
        throw new Unusable("The database " + file + " is empty: restore it from a backup.", null);
      } else {
        migrate(file);
      }
      return new Database(file, passing);
    } catch (SQLException | IOException e) {
      throw new Unusable("The database " + file + " can't be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Under another name first, so that a database is whole when it is there: one that is not is
   * damage, and never taken for a new one.
   */
  private static void make(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    for (String tail : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(Path.of(unfinished + tail));
    }
    createForOwnerAlone(unfinished);
    migrate(unfinished);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void createForOwnerAlone(Path file) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static void migrate(Path file) {
    Migrations.run(file, source(file, false), "sqlite");
  }

  private static SQLiteDataSource source(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0"); // see Checkpoints
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** The connection that writes. For the committer's thread alone, once that has started. */
  Connection writer() {
    return writer;
  }

  /**
   * Asks the database on the calling thread, which waits for the disk, and for a connection where
   * many read.
   *
   * @throws IllegalStateException if it can't be asked
   */
  public <T> T read(Reading<T> reading) {
    try {
      Connection connection = idle.take();
      try {
        return reading.from(connection);
      } finally {
        idle.add(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database can't be read.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server stops.", e);
    }
  }

  /** The same, all of whose answers are of one moment. */
  public <T> T snapshot(Reading<T> reading) {
    return read(
        connection -> {
          connection.setAutoCommit(false);
          try {
            return reading.from(connection);
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  @Override
  public void close() {
    close(checkpoints);
    readers.forEach(Database::close);
    close(writer);
    Driver.unload();
    if (passing != null) {
      delete(passing);
    }
  }

  private static void delete(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.WARNING, "The folder " + folder + " can't be deleted.", e);
    }
  }

  private static void close(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception e) { // what it declares
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.WARNING, "A connection to the database can't be closed.", e);
    }
  }
}
