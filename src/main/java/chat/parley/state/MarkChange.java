package chat.parley.state;

import chat.parley.log.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Marks to be stored as they were when this was made. Immutable.
 *
 * @param marks no room of nobody twice
 * @param success told of them when they are stored, by the committer's thread
 * @param failure told of them if they could not be stored, by the committer's thread
 */
record MarkChange(
    List<StoredMark> marks, Consumer<List<StoredMark>> success, Consumer<List<StoredMark>> failure)
    implements Change {
  private static final int WEIGHT = 200;

  @Override
  public void write(Connection connection) throws SQLException {
    MarkTable.put(connection, marks);
  }

  @Override
  public void stored() {
    success.accept(marks);
  }

  @Override
  public void failed() {
    failure.accept(marks);
  }

  @Override
  public int weight() {
    return WEIGHT * marks.size();
  }
}
