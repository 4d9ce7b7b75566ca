package chat.parley.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.client.Farewell;
import chat.parley.message.Code;
import chat.parley.wire.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProtocolPageTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- golden: (\\S+) -->\\s*```json\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern MARKER = Pattern.compile("<!-- golden: ");
  private static final Pattern REFUSAL = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);
  private static final Pattern CLOSING = Pattern.compile("^\\| (\\d{4}) \\|", Pattern.MULTILINE);
  private static final String BAD_UTF8 = "1007";

  private final String page;

  ProtocolPageTest() throws IOException {
    page = Files.readString(Path.of("docs/protocol.md"));
  }

  @Test
  void thePageShowsEachGoldenFileAsItIs() {
    Map<String, String> shown =
        BLOCK
            .matcher(page)
            .results()
            .collect(
                Collectors.toMap(
                    block -> block.group(1), block -> block.group(2), (a, b) -> a, TreeMap::new));
    Map<String, String> files =
        GoldenFiles.names().stream()
            .collect(Collectors.toMap(name -> name, GoldenFiles::text, (a, b) -> a, TreeMap::new));
    assertEquals(files, shown);
  }

  @Test
  void everyMarkerStandsBeforeABlock() {
    assertEquals(MARKER.matcher(page).results().count(), BLOCK.matcher(page).results().count());
  }

  @Test
  void thePageListsEachRefusal() {
    assertEquals(
        Arrays.stream(Code.values()).map(Code::wire).toList(),
        listed(REFUSAL, section("### 8. Refusals")));
  }

  @Test
  void thePageListsEachClosing() {
    List<String> ours =
        Arrays.stream(Farewell.values()).map(farewell -> "" + farewell.code()).toList();
    List<String> listed =
        listed(CLOSING, section("### 10. Closing")).stream()
            .filter(code -> !code.equals(BAD_UTF8))
            .toList();
    assertEquals(ours, listed);
  }

  private static List<String> listed(Pattern row, String section) {
    return row.matcher(section).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private String section(String title) {
    int from = page.indexOf(title);
    return page.substring(from, page.indexOf("\n##", from + title.length()));
  }
}
