package chat.parley.log;

import chat.parley.thread.Daemons;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of our own to a PostgreSQL. None is needed to make the pool: whoever asks for one
 * waits {@link #PATIENCE_MILLIS} at most. Thread-safe.
 *
 * @param name the URL without its parameters, which may hold a password
 * @param direct a connection for each who asks, to keep
 * @param shared connections to ask something, and to give back
 * @param daemons the threads that make and close these
 */
record PostgresPool(String name, DataSource direct, HikariDataSource shared, Daemons daemons)
    implements AutoCloseable {
  /** One for each thread that reads, and one for the rest. */
  private static final int MOST = 5;

  private static final int PATIENCE_MILLIS = 3000;
  private static final int CONNECT_SECONDS = 5;
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** Kept, because Java forgets the level of a logger that nobody holds. */
  private static final Logger HIKARI = Logger.getLogger("com.zaxxer.hikari");

  /**
   * @param user may be null
   * @param password may be null
   * @throws Unusable if the URL can't be read
   */
  static PostgresPool of(String url, String user, String password) {
    HIKARI.setLevel(Level.SEVERE); // what breaks is told by whoever needed it
    String name = url.replaceFirst("\\?.*", "");
    DataSource direct = source(name, url, user, password);
    HikariConfig config = new HikariConfig();
    Daemons daemons = new Daemons("parley-pool-");
    config.setPoolName("parley-pool");
    config.setThreadFactory(daemons);
    config.setDataSource(direct);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(-1);
    return new PostgresPool(name, direct, new HikariDataSource(config), daemons);
  }

  private static DataSource source(String name, String url, String user, String password) {
    PostgresSource source = new PostgresSource();
    source.setApplicationName("Parley");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    try {
      source.setUrl(url); // its parameters go before what was set above
    } catch (IllegalArgumentException e) {
      throw new Unusable(
          "The URL of the database, "
              + name
              + ", can't be read; it is like jdbc:postgresql://host:5432/parley.",
          e);
    }
    if (user != null) {
      source.setUser(user);
    }
    if (password != null) {
      source.setPassword(password);
    }
    return source;
  }

  @Override
  public void close() {
    shared.close();
    daemons.await(CLOSING);
  }
}
