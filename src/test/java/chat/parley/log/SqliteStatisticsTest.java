package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStatisticsTest {
  @TempDir private Path folder;

  private String plan(String condition) {
    try (Database database = Database.open(folder.resolve("parley.db"))) {
      return database.read(connection -> plan(connection, condition));
    }
  }

  private static String plan(Connection connection, String condition) throws SQLException {
    String question =
        "EXPLAIN QUERY PLAN SELECT COUNT(*) FROM entry"
            + " WHERE room = 'r' AND seq > 1 AND kind = 'MESSAGE' AND thread IS NULL AND ";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question + condition)) {
      row.next();
      return row.getString("detail");
    }
  }

  @Test
  void onesOwnMessagesAreCountedByTheirIndex() {
    assertEquals(
        "SEARCH entry USING INDEX entry_own (room=? AND sender=? AND seq>?)", plan("sender = 'p'"));
  }

  @Test
  void deletedMessagesAreCountedByTheirIndexInAnOldDatabase() {
    plan("sender = 'p'");
    assertEquals(
        "SEARCH entry USING INDEX entry_deleted (room=? AND seq>?)",
        plan("deleted IS NOT NULL AND sender <> 'p'"));
  }
}
