package chat.parley.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The prepared statements of one connection, each prepared once for as long as the connection
 * lasts: preparing one anew costs more than to run it. As there is one of each, its answer has to
 * be read to the end before it is run again. Not thread-safe.
 */
final class Statements {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** Whose they are. */
  Connection connection() {
    return connection;
  }

  /** The one of this text, which is one of a few; with the values of its last use. */
  PreparedStatement of(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  /** The one of this text with these values. */
  PreparedStatement of(String sql, Object... values) throws SQLException {
    PreparedStatement statement = of(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Runs the one of this text with these values. */
  void update(String sql, Object... values) throws SQLException {
    of(sql, values).executeUpdate();
  }
}
