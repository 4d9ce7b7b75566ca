package chat.parley.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How a kind of database is given many rows by few statements. Not thread-safe. */
interface Bulk {
  /** What stands in a column of a row. */
  enum Type {
    TEXT,
    BIGINT
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  interface Row {
    /** The answer is at this row. */
    void take(ResultSet row) throws SQLException;
  }

  /**
   * Inserts rows.
   *
   * @param into the beginning of the statement, up to the names of the columns
   * @param rows each with a {@link String}, a {@link Long} or null in each column
   */
  void insert(Statements statements, String into, List<Type> types, List<Object[]> rows)
      throws SQLException;

  /**
   * Asks about rows.
   *
   * @param question a statement in which {@code %s} stands for them, as the body of a {@code WITH}
   * @param rows as for {@link #insert}
   */
  void select(
      Statements statements, String question, List<Type> types, List<Object[]> rows, Row answer)
      throws SQLException;
}
