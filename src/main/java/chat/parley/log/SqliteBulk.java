package chat.parley.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQLite runs in the process: to insert costs no more a row than a batch of them. Questions are put
 * in rows of a few fixed sizes, the rest of the last one empty, so that there are few statements to
 * prepare.
 */
final class SqliteBulk implements Bulk {
  /** Each four times the one before, so that no more than three quarters of one are empty. */
  private static final int[] SIZES = {1, 4, 16, 64, 256};

  private static final int LARGEST = SIZES[SIZES.length - 1];

  @Override
  public void insert(Statements statements, String table, List<Column> columns, List<Object[]> rows)
      throws SQLException {
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    PreparedStatement insert =
        statements.of(
            "INSERT INTO %s (%s) VALUES (%s)".formatted(table, Column.names(columns), places));
    insert.clearBatch(); // what was left by one that failed
    for (Object[] row : rows) {
      set(insert, 1, row);
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private static int set(PreparedStatement statement, int first, Object[] row) throws SQLException {
    int next = first;
    for (Object value : row) {
      if (value instanceof Long number) {
        statement.setLong(next++, number);
      } else {
        statement.setString(next++, (String) value);
      }
    }
    return next;
  }

  @Override
  public void select(
      Statements statements, String question, List<Column> columns, List<Object[]> rows, Row answer)
      throws SQLException {
    String row =
        columns.stream()
            .map(column -> "CAST(? AS " + column.type() + ")")
            .collect(Collectors.joining(", ", "(", ")"));
    for (int i = 0; i < rows.size(); i += LARGEST) {
      List<Object[]> some = rows.subList(i, Math.min(rows.size(), i + LARGEST));
      int size = size(some.size());
      String all = String.join(", ", Collections.nCopies(size, row));
      String asked = "WITH asked (%s) AS (VALUES %s) ".formatted(Column.names(columns), all);
      select(statements.of(asked + question), size * columns.size(), some, answer);
    }
  }

  private static int size(int count) {
    int i = 0;
    while (SIZES[i] < count) {
      i++;
    }
    return SIZES[i];
  }

  private static void select(PreparedStatement select, int places, List<Object[]> rows, Row answer)
      throws SQLException {
    int next = 1;
    for (Object[] row : rows) {
      next = set(select, next, row);
    }
    while (next <= places) {
      select.setNull(next++, Types.VARCHAR);
    }
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        answer.take(row);
      }
    }
  }
}
