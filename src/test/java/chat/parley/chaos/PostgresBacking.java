package chat.parley.chaos;

import chat.parley.log.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of the run's own. */
final class PostgresBacking implements Backing {
  private static final String SCHEMA = "chaos";

  private final PostgresServer server;
  private final String url;

  private PostgresBacking(PostgresServer server) {
    this.server = server;
    this.url = server.url(SCHEMA);
  }

  static PostgresBacking in(Path folder) throws IOException {
    return new PostgresBacking(PostgresServer.in(folder));
  }

  @Override
  public List<String> options() {
    return List.of("-Dparley.db.url=" + url, "-Dparley.db.user=postgres");
  }

  @Override
  public boolean isServer() {
    return true;
  }

  @Override
  public void kill() throws IOException {
    server.kill();
  }

  @Override
  public void start() throws IOException {
    server.start();
  }

  @Override
  public Map<String, List<Row>> rows(List<String> rooms) throws SQLException {
    return Table.rows(server.source(SCHEMA), rooms);
  }

  /** It has no check of its own that would not need an extension. */
  @Override
  public List<String> damage() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
