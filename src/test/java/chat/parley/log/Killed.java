package chat.parley.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Connections of a process that is killed after so many statements: all of them are gone then, and
 * nothing is executed any more. Not thread-safe.
 */
final class Killed {
  private final DataSource source;
  private final int last;
  private final Set<Connection> used = new LinkedHashSet<>();
  private int executed;

  /**
   * @param last statements that are executed
   */
  Killed(DataSource whole, int last) {
    this.source = Watched.source(whole, this::execute);
    this.last = last;
  }

  DataSource source() {
    return source;
  }

  /** Statements that were executed, or would have been. */
  int executed() {
    return executed;
  }

  private void execute(Connection connection) throws SQLException {
    used.add(connection);
    if (executed++ >= last) {
      for (Connection each : used) {
        each.close();
      }
      throw new IllegalStateException("the process was killed");
    }
  }
}
