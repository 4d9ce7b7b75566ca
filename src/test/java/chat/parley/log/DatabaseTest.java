package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DatabaseTest {
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

  private void migrate(CutShort step) {
    Migrations.run("this one", engine.source(folder), engine.dialect, step);
  }
}
