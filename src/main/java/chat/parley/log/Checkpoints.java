package chat.parley.log;

import chat.parley.thread.Daemons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes what was committed from SQLite's write-ahead log over into the file itself, on a thread of
 * its own, so that no commit waits for that. A log that has grown so long that it is not caught up
 * with any more is cut off, for which the writer waits a moment; and so is one in which there still
 * is what was deleted.
 *
 * <p>See <a href="https://www.sqlite.org/wal.html#ckpt">Checkpointing</a>.
 */
final class Checkpoints implements AutoCloseable {
  private static final long WORTHWHILE = 4 * 1024 * 1024;
  private static final long TOO_LONG = 256 * 1024 * 1024;

  /** Seconds between two cuts for what was deleted, at least. */
  private static final int ERASING = 4;

  /** How long the writer may have to wait for those who read, so that the log can be cut off. */
  private static final int PATIENCE_MILLIS = 200;

  /** How long what is being taken over may take when the server stops. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

  private final Path log;
  private final Connection connection;
  private final long worthwhile;
  private final long tooLong;
  private volatile boolean unclean;
  private final Daemons daemons = new Daemons("parley-checkpoint-");
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(daemons);

  /**
   * Does nothing before {@link #start}.
   *
   * @param file the database
   * @param connection to it, for this alone; closed by {@link #close}
   */
  Checkpoints(Path file, Connection connection) {
    this(file, connection, WORTHWHILE, TOO_LONG);
  }

  /**
   * @param worthwhile bytes of the log from which on it is worth the work
   * @param tooLong bytes of the log from which on it is cut off
   */
  Checkpoints(Path file, Connection connection, long worthwhile, long tooLong) {
    this.log = Path.of(file + "-wal");
    this.connection = connection;
    this.worthwhile = worthwhile;
    this.tooLong = tooLong;
  }

  /** Begins to look, once a second. */
  void start() {
    thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    thread.scheduleWithFixedDelay(this::clean, ERASING, ERASING, TimeUnit.SECONDS);
  }

  /** What was deleted by now is to be gone from the files within some seconds. For any thread. */
  void erase() {
    unclean = true;
  }

  /** Cuts the log off, if there is something in it that was deleted. */
  void clean() {
    if (!unclean) {
      return;
    }
    unclean = false;
    try {
      unclean = !run("TRUNCATE");
    } catch (SQLException e) {
      unclean = true;
      failed(e);
    }
  }

  void look() {
    try {
      long size = size();
      if (size >= tooLong) {
        run("TRUNCATE");
      } else if (size >= worthwhile) {
        run("PASSIVE");
      }
    } catch (SQLException | IOException e) {
      failed(e);
    }
  }

  private static void failed(Exception e) {
    LOG.log(
        System.Logger.Level.WARNING,
        "The database's write-ahead log could not be worked off; it is tried again.",
        e);
  }

  private long size() throws IOException {
    try {
      return Files.size(log);
    } catch (NoSuchFileException e) {
      return 0; // nothing was written yet
    }
  }

  /** Whether nobody was in the way of it. */
  private boolean run(String mode) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
      try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
        return row.next() && row.getInt(1) == 0;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    thread.shutdown();
    daemons.await(thread, PATIENCE);
    connection.close();
  }
}
