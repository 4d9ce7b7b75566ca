package chat.parley.log;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
  public void insert(Statements statements, String into, List<Type> types, List<Object[]> rows)
      throws SQLException {
    PreparedStatement insert = statements.of(into + " " + relation(types));
    List<Array> columns = set(insert, types, rows);
    insert.executeUpdate();
    free(columns);
  }

  @Override
  public void select(
      Statements statements, String question, List<Type> types, List<Object[]> rows, Row answer)
      throws SQLException {
    PreparedStatement select = statements.of(question.formatted(relation(types)));
    List<Array> columns = set(select, types, rows);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        answer.take(row);
      }
    }
    free(columns);
  }

  private static String relation(List<Type> types) {
    return types.stream()
        .map(type -> "CAST(? AS " + type + "[])")
        .collect(Collectors.joining(", ", "SELECT * FROM unnest(", ")"));
  }

  private static List<Array> set(PreparedStatement statement, List<Type> types, List<Object[]> rows)
      throws SQLException {
    List<Array> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      int column = i;
      String type = types.get(i).name().toLowerCase(Locale.ROOT);
      Object[] values = rows.stream().map(row -> row[column]).toArray();
      Array array = statement.getConnection().createArrayOf(type, values);
      statement.setArray(i + 1, array);
      columns.add(array);
    }
    return columns;
  }

  private static void free(List<Array> columns) throws SQLException {
    for (Array column : columns) {
      column.free();
    }
  }
}
