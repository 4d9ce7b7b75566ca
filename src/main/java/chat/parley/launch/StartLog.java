package chat.parley.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of the process: one line a record on standard error, of libraries only warnings. Until it
 * is closed, which is when the start has succeeded, errors are kept back for the one sentence that
 * says why it has failed. Thread-safe.
 */
final class StartLog implements Filter, AutoCloseable {
  private static final String FORMAT = "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";
  private static final String SETTINGS =
      """
      handlers = java.util.logging.ConsoleHandler
      .level = INFO
      org.apache.level = WARNING
      org.jboss.level = WARNING
      # It warns of a slow random number, the first of sessions that Parley doesn't have.
      org.apache.catalina.util.SessionIdGeneratorBase.level = SEVERE
      """;

  private final AtomicReference<Throwable> first = new AtomicReference<>();

  private StartLog() {}

  /** Sets the log up, unless the command line names logging settings of its own. */
  static StartLog open() throws IOException {
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty("java.util.logging.config.class") == null) {
      System.getProperties().putIfAbsent("java.util.logging.SimpleFormatter.format", FORMAT);
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
    }
    StartLog log = new StartLog();
    log.filterWith(log);
    return log;
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    if (entry.getLevel().intValue() < Level.SEVERE.intValue()) {
      return true;
    }
    if (entry.getThrown() != null) {
      first.compareAndSet(null, telling(entry.getThrown()));
    }
    return false;
  }

  /**
   * Why the start has failed: by the first error that was logged, else by the one that came out of
   * it.
   */
  String failure(Throwable thrown) {
    Throwable logged = first.get();
    Throwable cause = logged == null ? telling(thrown) : logged;
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** The one of a chain of causes that tells most: Parley's own first one, else the innermost. */
  private static Throwable telling(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getName().startsWith("chat.parley.")) {
        return cause;
      }
    }
    return innermost(thrown);
  }

  /** The exception that began a chain of causes. */
  static Throwable innermost(Throwable thrown) {
    return thrown.getCause() == null ? thrown : innermost(thrown.getCause());
  }

  @Override
  public void close() {
    filterWith(null);
  }

  private void filterWith(Filter filter) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFilter(filter);
    }
  }
}
