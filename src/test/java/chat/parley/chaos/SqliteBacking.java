package chat.parley.chaos;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** The embedded database, which is killed with the server. */
final class SqliteBacking implements Backing {
  private final Path file;

  SqliteBacking(Path file) {
    this.file = file;
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public boolean isServer() {
    return false;
  }

  @Override
  public void kill() {
    throw new IllegalStateException("it is no server");
  }

  @Override
  public void start() {
    throw new IllegalStateException("it is no server");
  }

  @Override
  public Map<String, List<Row>> rows(List<String> rooms) throws SQLException {
    return Table.rows(source(), rooms);
  }

  @Override
  public List<String> damage() throws SQLException {
    List<String> damage = new ArrayList<>();
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      while (row.next()) {
        damage.add(row.getString(1));
      }
    }
    damage.remove("ok");
    return damage;
  }

  private DataSource source() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public void close() {
    // it lies in the server's home folder, and goes with it
  }
}
