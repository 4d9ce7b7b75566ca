package chat.parley.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** How a kind of database is given many rows by few statements. Not thread-safe. */
interface Bulk {
  /** What stands in a column: a {@link String} or a {@link Long}, or null. */
  enum Type {
    TEXT,
    BIGINT
  }

  /** A column of rows that are given. */
  record Column(String name, Type type) {
    static Column text(String name) {
      return new Column(name, Type.TEXT);
    }

    static Column number(String name) {
      return new Column(name, Type.BIGINT);
    }

    /** The names of these, in a row. */
    static String names(List<Column> columns) {
      return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  interface Row {
    /** The answer is at this row. */
    void take(ResultSet row) throws SQLException;
  }

  /** Inserts rows into a table. */
  void insert(Statements statements, String table, List<Column> columns, List<Object[]> rows)
      throws SQLException;

  /**
   * Asks about rows.
   *
   * @param question knows the rows as the table {@code asked}
   */
  void select(
      Statements statements, String question, List<Column> columns, List<Object[]> rows, Row answer)
      throws SQLException;
}
