package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteDataSource;

class DatabaseTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("parley.db");
  }

  @ParameterizedTest
  @CsvSource({"journal_mode, wal", "synchronous, 2", "secure_delete, 1", "foreign_keys, 1"})
  void theWriterIsDurable(String pragma, String value) throws SQLException {
    try (Database database = Database.open(file())) {
      assertEquals(value, ask(database.writer(), "PRAGMA " + pragma));
    }
  }

  @Test
  void aReaderCanNotWrite() {
    try (Database database = Database.open(file())) {
      assertThrows(
          IllegalStateException.class,
          () -> database.read(reader -> ask(reader, "DELETE FROM person RETURNING id")));
    }
  }

  @Test
  void theFilesAreTheOwnersAlone() throws IOException {
    Database database = Database.open(file());
    try {
      for (String tail : new String[] {"", "-wal", "-shm"}) {
        Path path = Path.of(file() + tail);
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), tail);
      }
    } finally {
      database.close();
    }
  }

  @Test
  void anEmptyFileIsNotTakenForANewDatabase() throws IOException {
    Files.createFile(file());
    assertRefused("is empty");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(file(), "This is not a database. ".repeat(1000));
    assertRefused("can't be used");
  }

  @Test
  void aDatabaseWhoseFirstPageIsDamagedIsRefused() throws IOException {
    Database.open(file()).close();
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 100; i < 4096; i++) {
      bytes[i] = (byte) (31 * i);
    }
    Files.write(file(), bytes);
    assertRefused("can't be used");
  }

  @Test
  void aDatabaseOfANewerParleyIsRefused() throws SQLException {
    Database.open(file()).close();
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql',"
              + " checksum, installed_by, installed_on, execution_time, success"
              + " FROM flyway_schema_history WHERE version = '1'");
    }
    assertRefused("newer Parley");
  }

  @Test
  void whatAStartLeftUnfinishedIsBegunAgain() throws IOException {
    Files.writeString(Path.of(file() + ".new"), "half of a database");
    Database.open(file()).close();
    assertTrue(Files.size(file()) > 0);
    assertFalse(Files.exists(Path.of(file() + ".new")));
  }

  private void assertRefused(String why) {
    Unusable unusable = assertThrows(Unusable.class, () -> Database.open(file()));
    assertTrue(unusable.getMessage().contains(why), unusable.getMessage());
    assertTrue(unusable.getMessage().contains(file().toString()), unusable.getMessage());
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
