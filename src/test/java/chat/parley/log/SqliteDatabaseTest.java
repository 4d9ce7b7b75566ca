package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised of a SQLite file alone. */
class SqliteDatabaseTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("parley.db");
  }

  @ParameterizedTest
  @CsvSource({"journal_mode, wal", "synchronous, 2", "secure_delete, 1", "foreign_keys, 1"})
  void theWriterIsDurable(String pragma, String value) throws SQLException {
    try (Database database = Database.open(file())) {
      assertEquals(value, Sql.ask(database.writer(), "PRAGMA " + pragma));
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
    assertRefused("is damaged");
  }

  @Test
  void aDatabaseWhoseFirstPageIsDamagedIsRefused() throws IOException {
    Database.open(file()).close();
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 100; i < 4096; i++) {
      bytes[i] = (byte) (31 * i);
    }
    Files.write(file(), bytes);
    assertRefused("is damaged");
  }

  @Test
  void aDatabaseOfWhichAnyPageIsDamagedIsRefused() throws IOException {
    Database.open(file()).close();
    byte[] whole = Files.readAllBytes(file());
    int page = 4096;
    for (int start = 0; start < whole.length; start += page) {
      byte[] bytes = whole.clone();
      for (int i = start; i < start + 16; i++) {
        bytes[i] ^= 0x55;
      }
      Files.write(file(), bytes);
      assertRefused("is damaged");
      assertArrayEquals(bytes, Files.readAllBytes(file()), "it is left as it is");
    }
    Files.write(file(), whole);
    Database.open(file()).close();
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
}
