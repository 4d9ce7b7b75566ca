package chat.parley.log;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** The kinds of database; what is promised of one is tested on each. */
public enum Engine {
  SQLITE(Dialect.SQLITE) {
    @Override
    public Database open(Path folder) {
      return Database.open(file(folder));
    }

    @Override
    DataSource source(Path folder) {
      SQLiteDataSource source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + file(folder));
      return source;
    }

    private Path file(Path folder) {
      return folder.resolve("parley.db");
    }
  },

  POSTGRES(Dialect.POSTGRES) {
    @Override
    public Database open(Path folder) {
      return Database.open(PostgresServer.shared().url(schema(folder)), "postgres", null);
    }

    @Override
    DataSource source(Path folder) {
      return PostgresServer.shared().source(schema(folder));
    }

    private String schema(Path folder) {
      return "t" + Integer.toHexString(folder.hashCode());
    }
  };

  final Dialect dialect;

  Engine(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Opens the database of a test's own folder, which keeps what was stored in it before. */
  public abstract Database open(Path folder);

  /** Connections to it beside Parley's. */
  abstract DataSource source(Path folder);
}
