package chat.parley.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * PostgreSQL gets each column as one array: so the statement is the same for any number of rows,
 * and has a few parameters. Planned for hundreds of rows, each with its own, it takes longer to be
 * planned than to be run.
 */
final class PostgresBulk implements Bulk {
  @Override
  public void insert(Statements statements, String table, List<Column> columns, List<Object[]> rows)
      throws SQLException {
    PreparedStatement insert =
        statements.of(
            "INSERT INTO %s (%s) %s".formatted(table, Column.names(columns), relation(columns)));
    set(insert, columns, rows);
    insert.executeUpdate();
  }

  @Override
  public void select(
      Statements statements, String question, List<Column> columns, List<Object[]> rows, Row answer)
      throws SQLException {
    String asked = "WITH asked (%s) AS (%s) ".formatted(Column.names(columns), relation(columns));
    PreparedStatement select = statements.of(asked + question);
    set(select, columns, rows);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        answer.take(row);
      }
    }
  }

  private static String relation(List<Column> columns) {
    return columns.stream()
        .map(column -> "CAST(? AS " + column.type() + "[])")
        .collect(Collectors.joining(", ", "SELECT * FROM unnest(", ")"));
  }

  private static void set(PreparedStatement statement, List<Column> columns, List<Object[]> rows)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      int number = i;
      String type = columns.get(i).type().name().toLowerCase(Locale.ROOT);
      Object[] values = rows.stream().map(row -> row[number]).toArray();
      statement.setArray(i + 1, statement.getConnection().createArrayOf(type, values));
    }
  }
}
