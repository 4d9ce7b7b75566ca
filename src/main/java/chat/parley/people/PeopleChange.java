package chat.parley.people;

import chat.parley.log.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * People to be stored as they were when this was made. Immutable.
 *
 * @param people who; nobody twice
 * @param failure told of them if they could not be stored, by the committer's thread
 */
record PeopleChange(List<StoredPerson> people, Consumer<List<StoredPerson>> failure)
    implements Change {
  private static final int WEIGHT = 500;

  /** More people weigh no more, so that however many are to be stored, they can be taken. */
  private static final int WEIGHED = 2000;

  @Override
  public void write(Connection connection) throws SQLException {
    PeopleTable.write(connection, people);
  }

  @Override
  public void failed() {
    failure.accept(people);
  }

  @Override
  public int weight() {
    return WEIGHT * Math.min(people.size(), WEIGHED);
  }
}
