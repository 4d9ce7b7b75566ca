package chat.parley.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Where the server under test keeps everything. Not thread-safe. */
interface Backing extends AutoCloseable {
  /** What the server is told of it. */
  List<String> options();

  /** Whether it is a server that can be killed. */
  boolean isServer();

  /** Kills it as {@code kill -9} does; only if it is a server. */
  void kill() throws IOException;

  /** Starts it on what it has stored; only if it is a server. */
  void start() throws IOException;

  /** All entries of these rooms, read from its tables. */
  Map<String, List<Row>> rows(List<String> rooms) throws SQLException;

  /** What the database itself finds damaged; empty if nothing is. */
  List<String> damage() throws SQLException;

  @Override
  void close() throws IOException;

  /** A SQLite in the server's home folder. */
  static Backing sqlite(Path folder) {
    return new SqliteBacking(folder.resolve("home").resolve("parley.db"));
  }

  /** A PostgreSQL of its own. */
  static Backing postgres(Path folder) throws IOException {
    return PostgresBacking.in(folder);
  }
}
