package chat.parley.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes what was committed from SQLite's write-ahead log over into the file itself, on a thread of
 * its own, so that no commit waits for that. A log that has grown so long that it is not caught up
 * with any more is cut off, for which the writer waits a moment.
 *
 * <p>See <a href="https://www.sqlite.org/wal.html#ckpt">Checkpointing</a>.
 */
final class Checkpoints implements AutoCloseable {
  private static final long WORTHWHILE = 4 * 1024 * 1024;
  private static final long TOO_LONG = 256 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

  private final Path log;
  private final Connection connection;
  private final long worthwhile;
  private final long tooLong;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "parley-checkpoint");
            daemon.setDaemon(true);
            return daemon;
          });

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
      LOG.log(
          System.Logger.Level.WARNING,
          "The database's write-ahead log could not be worked off; it is tried again.",
          e);
    }
  }

  private long size() throws IOException {
    try {
      return Files.size(log);
    } catch (NoSuchFileException e) {
      return 0; // nothing was written yet
    }
  }

  private void run(String mode) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(" + mode + ")");
    }
  }

  @Override
  public void close() throws SQLException {
    thread.shutdown();
    try {
      thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // whoever stops the server is in a hurry
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
