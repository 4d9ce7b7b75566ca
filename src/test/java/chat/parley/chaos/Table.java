package chat.parley.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the entries as they lie in the database. */
final class Table {
  private static final String ROWS =
      "SELECT seq, mark, kind, sender, ref, content FROM entry WHERE room = ? ORDER BY seq";

  private Table() {}

  static Map<String, List<Row>> rows(DataSource source, List<String> rooms) throws SQLException {
    Map<String, List<Row>> rows = new HashMap<>();
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(ROWS)) {
      for (String room : rooms) {
        select.setString(1, room);
        rows.put(room, rows(select));
      }
    }
    return rows;
  }

  private static List<Row> rows(PreparedStatement select) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new Row(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
      }
    }
    return rows;
  }
}
