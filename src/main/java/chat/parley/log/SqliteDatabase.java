package chat.parley.log;

import chat.parley.message.RoomId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * A SQLite file. What is committed survives the process and the power: {@code journal_mode=WAL},
 * {@code synchronous=FULL}. Text that is deleted is overwritten ({@code secure_delete}).
 */
final class SqliteDatabase extends Database {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 5000;

  /** Less, as the committer itself tries again. */
  private static final int WRITER_BUSY_MILLIS = 1000;

  /**
   * Pages that the writer keeps in memory: those at the end of each active room, of which the table
   * and each index have their own. Where they don't fit, a commit writes them several times.
   */
  private static final int WRITER_CACHE_KB = 64 * 1024;

  /** Bytes of a file up to which it is checked at start: some 3 s. */
  private static final long CHECKED = 1L << 30;

  /** The primary part of SQLite's result codes. */
  private static final int PRIMARY = 0xff;

  /** What is wrong with the file, or the disk below it, and not with what is to be stored. */
  private static final Set<SQLiteErrorCode> OF_THE_FILE =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_PROTOCOL,
          SQLiteErrorCode.SQLITE_NOTADB);

  private final Bulk bulk = new SqliteBulk();
  private final Path file;
  private final Path passing;
  private final Checkpoints checkpoints;
  private final List<Connection> readers = new ArrayList<>();
  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(READERS);

  /** Null after it failed. The committer's. */
  private Connection writer;

  private SqliteDatabase(Path file, Path passing) throws SQLException {
    this.file = file;
    this.passing = passing;
    writer = writer(file);
    checkpoints = new Checkpoints(file, source(file, false).getConnection());
    for (int i = 0; i < READERS; i++) {
      readers.add(source(file, true).getConnection());
    }
    idle.addAll(readers);
    checkpoints.start();
  }

  /** The database in this file, made if there is none. */
  static SqliteDatabase in(Path file) {
    return open(file, null);
  }

  /** A database in a temporary folder, which goes with it. */
  static SqliteDatabase passing() {
    try {
      Path folder = Files.createTempDirectory("parley-");
      return open(folder.resolve("parley.db"), folder);
    } catch (IOException e) {
      throw new Unusable("The temporary folder can't be written to: " + e.getMessage(), e);
    }
  }

  private static SqliteDatabase open(Path file, Path passing) {
    Driver.load();
    try {
      if (!Files.exists(file)) {
        make(file);
      } else if (Files.size(file) == 0) {
        throw new Unusable("The database " + file + " is empty: restore it from a backup.", null);
      } else {
        check(file);
        migrate(file);
      }
      return new SqliteDatabase(file, passing);
    } catch (SQLException | IOException e) {
      throw new Unusable("The database " + file + " can't be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Whether all pages hang together. Not for a large one, for which everybody would wait too long.
   */
  private static void check(Path file) throws IOException {
    if (Files.size(file) <= CHECKED) {
      SqliteFile.damage(file)
          .ifPresent(
              how -> {
                throw new Unusable(
                    "The database " + file + " is damaged: restore it from a backup. (" + how + ")",
                    null);
              });
    }
  }

  /**
   * Under another name first, so that a database is whole when it is there: one that is not is
   * damage, and never taken for a new one.
   */
  private static void make(Path file) throws IOException, SQLException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    for (String tail : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(Path.of(unfinished + tail));
    }
    SqliteFile.createForOwnerAlone(unfinished);
    migrate(unfinished);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void migrate(Path file) throws SQLException {
    Migrations.run(file, source(file, false), Dialect.SQLITE);
    SqliteStatistics.write(source(file, false));
  }

  /** Its transactions begin by taking hold of the file, so that another process is waited for. */
  private static Connection writer(Path file) throws SQLException {
    SQLiteConfig config = config(false);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(WRITER_BUSY_MILLIS);
    config.setCacheSize(-WRITER_CACHE_KB);
    return source(file, config).getConnection();
  }

  private static SQLiteDataSource source(Path file, boolean readOnly) {
    return source(file, config(readOnly));
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static SQLiteConfig config(boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0"); // see Checkpoints
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  @Override
  Connection writer() {
    try {
      if (writer == null) {
        writer = writer(file);
      }
      return writer;
    } catch (SQLException e) {
      throw new Unstored(failure(e), e);
    }
  }

  /** Whoever writes has the whole file. */
  @Override
  void lock(Connection connection, Collection<RoomId> rooms) {}

  @Override
  Bulk bulk() {
    return bulk;
  }

  /**
   * A new connection follows: where a transaction could not begin, or SQLite has taken it back by
   * itself, this one's idea of whether it is in one is wrong.
   */
  @Override
  Failure failed(SQLException e) {
    if (writer != null) {
      close(writer);
      writer = null;
    }
    return failure(e);
  }

  private static Failure failure(SQLException e) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY);
    if (code == SQLiteErrorCode.SQLITE_FULL) {
      return Failure.FULL;
    }
    if (OF_THE_FILE.contains(code)) {
      return Failure.GONE;
    }
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED
        ? Failure.BUSY
        : Failure.UNFIT;
  }

  @Override
  void erase() {
    checkpoints.erase();
  }

  @Override
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

  @Override
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
    readers.forEach(SqliteDatabase::close);
    if (writer != null) {
      close(writer);
    }
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
      System.getLogger(SqliteDatabase.class.getName())
          .log(System.Logger.Level.WARNING, "The folder " + folder + " can't be deleted.", e);
    }
  }

  private static void close(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception e) { // what it declares
      System.getLogger(SqliteDatabase.class.getName())
          .log(System.Logger.Level.WARNING, "A connection to the database can't be closed.", e);
    }
  }
}
