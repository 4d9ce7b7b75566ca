package chat.parley.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that a test has written, or lets fail, when it says so: all that wait as one transaction,
 * as the committer does it. Not thread-safe.
 */
public final class AppliedChanges implements Inbox {
  private final Database database;
  private List<Change> waiting = new ArrayList<>();
  private boolean full;

  /** Changes to this database, which nobody else writes. */
  public AppliedChanges(Database database) {
    this.database = database;
  }

  @Override
  public boolean append(List<? extends Work> work) {
    if (!full) {
      work.forEach(one -> waiting.add((Change) one));
    }
    return !full;
  }

  /** From now on none is taken, or each is. */
  public void setFull(boolean full) {
    this.full = full;
  }

  /** How many wait. */
  public int waiting() {
    return waiting.size();
  }

  /** Stores what waits. */
  public void apply() throws SQLException {
    Connection connection = database.writer();
    connection.setAutoCommit(false);
    try {
      for (Change change : waiting) {
        change.write(connection);
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
    take().forEach(Change::stored);
  }

  /** Nothing of what waits could be stored. */
  public void fail() {
    take().forEach(Change::failed);
  }

  private List<Change> take() {
    List<Change> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }
}
