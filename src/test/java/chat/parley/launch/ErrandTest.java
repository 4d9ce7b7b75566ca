package chat.parley.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrandTest {
  private static List<String> args(String line) {
    return List.of(line.split(" "));
  }

  private static Errand parse(String line) throws Options.Mistake {
    return Errand.parse(args(line));
  }

  @Test
  void isNamedByTheFirstWord() {
    assertTrue(Errand.isAskedBy(args("backup x")));
    assertTrue(Errand.isAskedBy(args("restore")));
    assertFalse(Errand.isAskedBy(args("--home backup")));
    assertFalse(Errand.isAskedBy(List.of()));
  }

  @Test
  void aFileIsTakenFromTheCurrentFolder() throws Options.Mistake {
    assertEquals(
        new Errand("restore", Path.of("x").toAbsolutePath(), Optional.empty()), parse("restore x"));
  }

  @Test
  void aHomeStandsBeforeOrAfterTheFile() throws Options.Mistake {
    Errand errand =
        new Errand("backup", Path.of("/tmp/x").toAbsolutePath(), Optional.of(Path.of("/srv")));
    assertEquals(errand, parse("backup /tmp/x --home /srv"));
    assertEquals(errand, parse("backup --home=/srv /tmp/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "backup, needs a file",
    "backup --home x, needs a file",
    "restore x y, one file",
    "restore x --port 1, --port",
    "backup x --home, --home needs a value",
    "backup --homes=x, --homes=x",
  })
  void whatCannotBeFollowedIsNamed(String line, String part) {
    Options.Mistake mistake = assertThrows(Options.Mistake.class, () -> parse(line));
    assertTrue(mistake.getMessage().contains(part), mistake::getMessage);
  }
}
