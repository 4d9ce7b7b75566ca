package chat.parley.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static Options parse(String line) throws Options.Mistake {
    return Options.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
  }

  @Test
  void withoutOptionsItListensToThisMachineOnly() throws Options.Mistake {
    Options options = parse("");
    assertEquals(12345, options.port());
    assertEquals("127.0.0.1", options.address().getHostAddress());
    assertEquals("", options.context());
    assertEquals(Optional.empty(), options.home());
  }

  @Test
  void valuesFollowOrAreAttached() throws Options.Mistake {
    assertEquals(
        parse("--port 80 --address 0.0.0.0 --context /a/b --home /srv/parley"),
        parse("--port=80 --address=0.0.0.0 --context=/a/b --home=/srv/parley"));
  }

  @Test
  void theLastOfOneKindCounts() throws Options.Mistake {
    assertEquals(2, parse("--port 1 --port=2").port());
  }

  @Test
  void aHomeIsTakenFromTheCurrentFolder() throws Options.Mistake {
    assertEquals(Optional.of(Path.of("x").toAbsolutePath()), parse("--home x").home());
  }

  @ParameterizedTest
  @CsvSource({"/, ''", "/chat, /chat", "/chat/, /chat", "/a/b, /a/b", "/~ann/v1.2, /~ann/v1.2"})
  void contextsAreAsTomcatWantsThem(String given, String context) throws Options.Mistake {
    assertEquals(context, parse("--context " + given).context());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--port -1",
        "--port 65536",
        "--port 8o8o",
        "--port=",
        "--port 999999999999",
        "--context",
        "--context chat",
        "--context //",
        "--context /a//b",
        "--context /..",
        "--context /a?b",
        "--address",
        "--address=",
        "--address 1.2.3.4.5",
        "--home",
        "--home=",
        "--verbose",
        "-p 80",
        "12345",
        "--help=1",
      })
  void whatCannotBeFollowedIsNamed(String line) {
    Options.Mistake mistake = assertThrows(Options.Mistake.class, () -> parse(line));
    assertTrue(mistake.getMessage().contains(line.split("[ =]")[0]), mistake::getMessage);
  }
}
