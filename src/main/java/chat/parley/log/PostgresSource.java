package chat.parley.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections made by the driver itself, not by the {@link java.sql.DriverManager}, whose list and
 * time limit all applications of a server share. Thread-safe once it is set up.
 */
@SuppressWarnings("serial") // nobody stores it
final class PostgresSource extends PGSimpleDataSource {
  @Override
  public Connection getConnection() throws SQLException {
    Properties login = new Properties();
    put(login, "user", getUser());
    put(login, "password", getPassword());
    return new Driver().connect(getUrl(), login);
  }

  private static void put(Properties login, String key, String value) {
    if (value != null) {
      login.setProperty(key, value);
    }
  }
}
