package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of a backup of a SQLite file, and of putting it back. */
class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-24T01:02:03.456Z");

  @TempDir private Path folder;

  private Path home;
  private Path database;
  private Path backup;

  @BeforeEach
  void makeFolders() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    database = home.resolve("parley.db");
    backup = Files.createDirectory(folder.resolve("backups")).resolve("one.db");
  }

  /** A database in which somebody has a name. */
  private void name(String name) throws SQLException {
    try (Database open = Database.open(database)) {
      name(open.writer(), name);
    }
  }

  private static void name(Connection connection, String name) throws SQLException {
    Sql.execute(connection, "UPDATE mark_of_test SET name = '" + name + "'");
  }

  private void makeDatabase(String name) throws SQLException {
    try (Database open = Database.open(database)) {
      Sql.execute(open.writer(), "CREATE TABLE mark_of_test (name TEXT)");
      Sql.execute(open.writer(), "INSERT INTO mark_of_test VALUES ('" + name + "')");
    }
  }

  private static String nameIn(Path file) throws SQLException {
    try (Database open = Database.open(file)) {
      return open.read(it -> Sql.ask(it, "SELECT name FROM mark_of_test"));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void holdsWhatIsCommittedAndNothingElseWhileTheServerWrites() throws Exception {
    makeDatabase("before");
    try (Database open = Database.open(database)) {
      Connection writer = open.writer();
      name(writer, "committed");
      writer.setAutoCommit(false);
      name(writer, "not committed");
      Backup.make(database, backup);
      writer.rollback();
      writer.setAutoCommit(true);
    }
    assertEquals("committed", nameIn(backup));
  }

  @Test
  void isItsOwnersAloneAndLeavesNothingBeside() throws Exception {
    makeDatabase("ann");
    Backup.make(database, backup);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    assertEquals(List.of("one.db"), names(backup.getParent()));
  }

  @Test
  void holdsNothingThatWasDeletedBefore() throws Exception {
    makeDatabase("ann");
    try (Database open = Database.open(database)) {
      Sql.execute(open.writer(), "PRAGMA secure_delete = OFF");
      Sql.execute(open.writer(), "CREATE TABLE gone AS SELECT 'a secret' AS text");
      Sql.execute(open.writer(), "DROP TABLE gone");
      Backup.make(database, backup);
    }
    byte[] bytes = Files.readAllBytes(backup);
    assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("a secret"));
  }

  @Test
  void overwritesNothingAndSaysSoBeforeItReads() throws Exception {
    makeDatabase("ann");
    damage(database);
    Files.writeString(backup, "mine");
    assertUnusable(() -> Backup.make(database, backup), "already");
    assertEquals("mine", Files.readString(backup));
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertUnusable(() -> Backup.make(database, backup), "There is no database " + database);
    assertFalse(Files.exists(database));
    makeDatabase("ann");
    Path nowhere = folder.resolve("nowhere");
    assertUnusable(() -> Backup.make(database, nowhere.resolve("x")), "no folder " + nowhere);
    assertUnusable(() -> Restoration.run(backup, database, NOW), "no file " + backup);
  }

  @Test
  void aDamagedDatabaseMakesNone() throws Exception {
    makeDatabase("ann");
    damage(database);
    assertUnusable(() -> Backup.make(database, backup), backup.toString());
    assertEquals(List.of(), names(backup.getParent()));
  }

  @Test
  void comesBackForItsOwnerAloneBesideWhatWasThere() throws Exception {
    makeDatabase("earlier");
    Backup.make(database, backup);
    name("later");
    byte[] bytes = Files.readAllBytes(backup);
    Path kept = home.resolve("parley.db.20261124T010203Z");
    assertEquals(Optional.of(kept), Restoration.run(backup, database, NOW));
    assertEquals(List.of("parley.db", "parley.db.20261124T010203Z"), names(home));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(database)));
    assertEquals("earlier", nameIn(database));
    assertEquals("later", nameIn(kept));
    assertArrayEquals(bytes, Files.readAllBytes(backup));
  }

  @Test
  void isRestoredWhereNothingWas() throws Exception {
    makeDatabase("ann");
    Backup.make(database, backup);
    Files.delete(database);
    assertEquals(Optional.empty(), Restoration.run(backup, database, NOW));
    assertEquals("ann", nameIn(database));
  }

  @Test
  void whatAKilledServerLeftInItsJournalIsKeptWithTheOldDatabase() throws Exception {
    makeDatabase("earlier");
    Backup.make(database, backup);
    Path killed = Files.createDirectory(folder.resolve("killed"));
    try (Database open = Database.open(database)) {
      name(open.writer(), "in the journal");
      for (String name : names(home)) {
        Files.copy(home.resolve(name), killed.resolve(name));
      }
    }
    Path left = killed.resolve("parley.db");
    assertTrue(Files.size(Path.of(left + "-wal")) > 0);
    Path kept = Restoration.run(backup, left, NOW).orElseThrow();
    assertEquals(List.of("parley.db", kept.getFileName().toString()), names(killed));
    assertEquals("earlier", nameIn(left));
    assertEquals("in the journal", nameIn(kept));
  }

  @Test
  void theJournalOfADamagedDatabaseIsNeverTakenForThatOfTheNew() throws Exception {
    makeDatabase("earlier");
    Backup.make(database, backup);
    Files.writeString(database, "This is not a database. ".repeat(1000));
    Files.writeString(Path.of(database + "-wal"), "a journal");
    Files.writeString(Path.of(database + "-shm"), "its index");
    Path kept = Restoration.run(backup, database, NOW).orElseThrow();
    assertEquals("a journal", Files.readString(Path.of(kept + "-wal")));
    assertFalse(Files.exists(Path.of(database + "-wal")));
    assertFalse(Files.exists(Path.of(database + "-shm")));
    assertEquals("earlier", nameIn(database));
  }

  @Test
  void aDamagedFileIsNotRestored() throws Exception {
    makeDatabase("ann");
    Backup.make(database, backup);
    damage(backup);
    assertNotRestored("is damaged");
    Files.writeString(backup, "This is not a database. ".repeat(1000));
    assertNotRestored("no database");
    Files.write(backup, new byte[0]);
    assertNotRestored("is empty");
  }

  @Test
  void anotherProgramsDatabaseIsNotRestored() throws Exception {
    makeDatabase("ann");
    try (Connection other = SqliteFile.source(backup).getConnection()) {
      Sql.execute(other, "CREATE TABLE entry (text TEXT)");
    }
    assertNotRestored("not one of Parley");
  }

  @Test
  void aNewerFormIsNotRestored() throws Exception {
    makeDatabase("ann");
    Backup.make(database, backup);
    try (Connection newer = SqliteFile.source(backup).getConnection()) {
      Sql.execute(
          newer,
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success)"
              + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', '', 0, 1)");
    }
    assertNotRestored("was written by a newer Parley (its form is 99)");
  }

  @Test
  void aCopyWhoseJournalLiesBesideItIsNotRestored() throws Exception {
    makeDatabase("ann");
    Backup.make(database, backup);
    Files.writeString(Path.of(backup + "-wal"), "what was said last");
    assertNotRestored("is in " + backup + "-wal");
  }

  /** Spoils each page from the second on. */
  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int page = 4096; page < bytes.length; page += 4096) {
      for (int i = page; i < page + 16; i++) {
        bytes[i] ^= 0x55;
      }
    }
    Files.write(file, bytes);
  }

  private void assertNotRestored(String why) throws Exception {
    byte[] before = Files.readAllBytes(database);
    assertUnusable(() -> Restoration.run(backup, database, NOW), why);
    assertEquals(List.of("parley.db"), names(home));
    assertArrayEquals(before, Files.readAllBytes(database));
  }

  private static void assertUnusable(Runnable work, String why) {
    String message = assertThrows(Unusable.class, work::run).getMessage();
    assertTrue(message.contains(why), message);
    assertEquals(1, message.lines().count(), message);
  }
}
