package chat.parley.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/** A PostgreSQL of its own, at 127.0.0.1 alone, which stores as durably as one in earnest. */
final class Postgres implements Storage {
  /** Kept, because Java forgets the level of a logger that nobody holds. */
  private static final Logger NOISE = Logger.getLogger("io.zonky");

  private final EmbeddedPostgres process;
  private final Contestant war;

  private Postgres(EmbeddedPostgres process, ParleyWar war) {
    this.process = process;
    this.war =
        war.with(
            "-Dparley.db.url=jdbc:postgresql://127.0.0.1:" + process.getPort() + "/postgres",
            "-Dparley.db.user=postgres");
  }

  /** Starts one whose data are in this folder until it is closed. */
  static Postgres start(Path folder, ParleyWar war) throws IOException {
    NOISE.setLevel(Level.OFF);
    register();
    Path data = Files.createTempDirectory(Files.createDirectories(folder), "postgres");
    return new Postgres(
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(true)
            .setPort(ServerProcess.freePort())
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "''")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setOutputRedirector(Redirect.DISCARD)
            .setErrorRedirector(Redirect.DISCARD)
            .start(),
        war);
  }

  /** It is started by way of the list of drivers, from which a database that closes takes them. */
  private static void register() throws IOException {
    try {
      DriverManager.registerDriver(new Driver());
    } catch (SQLException e) {
      throw new IOException("the driver can't be registered", e);
    }
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Contestant war() {
    return war;
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
