package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class DatabaseTest {
  private static final int KILLS = 4;

  @Parameter Engine engine;
  @TempDir Path folder;

  @Test
  void aReaderCanNotWrite() {
    try (Database database = engine.open(folder)) {
      assertThrows(
          IllegalStateException.class,
          () -> database.read(reader -> Sql.ask(reader, "DELETE FROM person RETURNING id")));
      assertEquals("0", database.read(reader -> Sql.ask(reader, "SELECT count(*) FROM person")));
    }
  }

  @Test
  void aDatabaseOfANewerParleyIsRefused() {
    engine.open(folder).close();
    migrate(new CutShort(false));
    Unusable unusable = assertThrows(Unusable.class, () -> engine.open(folder));
    assertTrue(
        unusable.getMessage().contains("was written by a newer Parley (its form is 1000)"),
        unusable.getMessage());
  }

  @Test
  void aMigrationThatWasCutShortIsDoneAtTheNextStart() throws SQLException {
    engine.open(folder).close();
    assertThrows(Unusable.class, () -> migrate(new CutShort(true)));
    engine.open(folder).close();
    migrate(new CutShort(false));
    try (Connection connection = engine.source(folder).getConnection()) {
      assertEquals("1", Sql.ask(connection, "SELECT count(*) FROM later"));
    }
  }

  /**
   * A first start may be killed at any moment, and so may one that brings a database up to date.
   */
  @Slow
  @Test
  void aMigrationIsMadeUpForWhereverItWasKilled() throws IOException {
    Killed none = killed("whole", Integer.MAX_VALUE);
    Migrations.run("this one", none.source(), engine.dialect);
    assertTrue(none.executed() > 20, "only " + none.executed());
    for (int part = 1; part <= KILLS; part++) {
      String name = "killed" + part;
      Killed killed = killed(name, none.executed() * part / (KILLS + 1));
      assertThrows(
          RuntimeException.class,
          () -> Migrations.run("this one", killed.source(), engine.dialect));
      Migrations.run("this one", engine.source(folder.resolve(name)), engine.dialect);
      try (Database database = engine.open(folder.resolve(name))) {
        Drafts room = new Drafts();
        SqlStore store = new SqlStore(database, Clock.systemUTC(), 10);
        assertEquals(1, store.commit(List.of(room.made(), room.draft("hello"))).size());
      }
    }
  }

  private Killed killed(String name, int last) throws IOException {
    return new Killed(engine.source(Files.createDirectory(folder.resolve(name))), last);
  }

  @Test
  void aDatabaseWhoseFormIsAnotherOneIsRefused() throws SQLException {
    engine.open(folder).close();
    try (Connection connection = engine.source(folder).getConnection()) {
      Sql.execute(connection, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
    }
    Unusable unusable = assertThrows(Unusable.class, () -> engine.open(folder));
    assertTrue(
        unusable.getMessage().contains("was written by a Parley that was not finished yet"),
        unusable.getMessage());
    assertEquals(1, unusable.getMessage().lines().count());
  }

  private void migrate(CutShort step) {
    Migrations.run("this one", engine.source(folder), engine.dialect, step);
  }
}
