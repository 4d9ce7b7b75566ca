package chat.parley.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  private static final Path PAGE = Path.of("docs/configuration.md");

  @Test
  void showsTheSettingsThereAre() throws IOException {
    String table =
        Settings.ALL.stream()
            .map(ConfigurationPageTest::row)
            .collect(
                Collectors.joining(
                    "\n",
                    "| setting | default | what it may be | meaning |\n| --- | --- | --- | --- |\n",
                    "\n"));
    String page = Files.readString(PAGE);
    assertTrue(
        page.contains("\n\n" + table + "\n"), () -> PAGE + " should hold this table:\n\n" + table);
  }

  private static String row(Setting<?> setting) {
    String initial = setting.initial().isEmpty() ? "none" : "`" + setting.initial() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(
            setting.key(),
            initial,
            setting.kind().expected().replace("*", "\\*"),
            setting.meaning().replace("*", "\\*"));
  }
}
