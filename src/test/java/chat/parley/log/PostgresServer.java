package chat.parley.log;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.Driver;

/**
 * A PostgreSQL of the tests' own. It listens on the loopback address alone, and stores as durably
 * as one in earnest. Not thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
  /** Kept, because Java forgets the level of a logger that nobody holds. */
  private static final Logger NOISE = Logger.getLogger("io.zonky");

  private final Path data;
  private final int port;
  private EmbeddedPostgres process;

  private PostgresServer(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  /** The one that most tests share; it ends with the process. */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final PostgresServer SERVER = started();

    private static PostgresServer started() {
      try {
        Path data = Files.createTempDirectory("parley-postgres-");
        PostgresServer server = at(data);
        server.start(true);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One that a test may stop and start; its data are in this folder, which is empty. */
  public static PostgresServer in(Path folder) throws IOException {
    PostgresServer server = at(folder.resolve("postgres"));
    server.start();
    return server;
  }

  private static PostgresServer at(Path data) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new PostgresServer(data, free.getLocalPort());
    }
  }

  /** Starts it on what it has stored, if anything, and waits until it answers. */
  public void start() throws IOException {
    start(false);
  }

  private void start(boolean passing) throws IOException {
    NOISE.setLevel(Level.OFF);
    register();
    process =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(passing)
            .setPort(port)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "''")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("deadlock_timeout", "50ms")
            .setOutputRedirector(Redirect.DISCARD)
            .setErrorRedirector(Redirect.DISCARD)
            .start();
  }

  /** It is started by way of the list of drivers, from which a database that closes takes them. */
  private static void register() {
    try {
      DriverManager.registerDriver(new Driver());
    } catch (SQLException e) {
      throw new IllegalStateException("a driver can be registered", e);
    }
  }

  /** Stops it, which breaks all connections. */
  public void stop() throws IOException {
    process.close();
  }

  /**
   * Ends it at once, as {@code kill -9} of its first process does, and waits until all are gone.
   */
  public void kill() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> others = first.children().toList();
    first.destroyForcibly();
    first.onExit().join();
    others.forEach(other -> other.onExit().join());
    process.close(); // gives back what this JVM holds of it
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  /** The URL of a schema, which is as good as a database, made if it isn't there. */
  public String url(String schema) {
    try (Connection connection = source(schema).getConnection()) {
      Sql.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + schema);
      return address(schema);
    } catch (SQLException e) {
      throw new IllegalStateException("the server is running", e);
    }
  }

  private String address(String schema) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?currentSchema=" + schema;
  }

  /** Connections to it beside Parley's, as whoever runs the server. */
  public DataSource source(String schema) {
    PostgresSource source = new PostgresSource();
    source.setUrl(address(schema));
    source.setUser("postgres");
    return source;
  }
}
