package chat.parley.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks through every column of every table that there is. */
public final class Rows {
  private Rows() {}

  /** The columns, {@code table.column}, in which there is this text, in order. */
  public static List<String> with(Connection connection, String text) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table : tables(connection)) {
      for (String column : columns(connection, table)) {
        String rows =
            Sql.ask(
                connection,
                "SELECT count(*) FROM \"%s\" WHERE CAST(\"%s\" AS TEXT) LIKE '%%%s%%'"
                    .formatted(table, column, text));
        if (!rows.equals("0")) {
          found.add(table + "." + column);
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (ResultSet row =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      return names(row, "TABLE_NAME");
    }
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    try (ResultSet row =
        connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
      return names(row, "COLUMN_NAME");
    }
  }

  private static List<String> names(ResultSet row, String column) throws SQLException {
    List<String> names = new ArrayList<>();
    while (row.next()) {
      names.add(row.getString(column));
    }
    return names;
  }
}
