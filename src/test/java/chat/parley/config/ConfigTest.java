package chat.parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  private static final String ROOMS = "parley.limit.rooms";

  @TempDir Path folder;

  @Test
  void hasTheDocumentedDefaults() {
    Config config = Configs.with(Map.of());
    assertEquals(new Limits(8000, 65536, 5, 20, 1000, 200, 50, 20), config.limits());
    assertEquals(
        new Delivery(
            16384,
            4 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(45),
            Duration.ofSeconds(10)),
        config.delivery());
    assertEquals(List.of(), config.origins());
    assertEquals(20_000, config.logEntries());
    assertEquals(Optional.empty(), config.database());
  }

  @Test
  void aPostgresIsNamedByItsUrlAndItsPasswordMayBeInAFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), "hush\n");
    String url = "jdbc:postgresql://db/parley?password=hush";
    Source environment =
        new Environment(Map.of("PARLEY_DB_URL", url, "PARLEY_DB_PASSWORD_FILE", secret.toString()));
    Storage.Url database =
        new ConfigReader(List.of(environment)).read(folder).database().orElseThrow();
    assertEquals(new Storage.Url(url, null, "hush"), database);
    assertFalse(database.toString().contains("hush"));
  }

  @Test
  void strongerSourcesWin() throws IOException {
    Files.writeString(
        folder.resolve(PropertiesFile.NAME),
        "parley.limit.rooms = 3\nparley.limit.burst=30\nparley.log.entries=300");
    Source system = Source.of("system property", Map.of(ROOMS, "1"));
    Source environment =
        new Environment(Map.of("PARLEY_LIMIT_ROOMS", "2", "PARLEY_LIMIT_BURST", "29"));
    Source parameters =
        Source.of(
            "context-param",
            Map.of(ROOMS, "4", "parley.log.entries", "400", "parley.limit.notices", "4"));
    ConfigReader reader = new ConfigReader(List.of(system, environment, parameters));
    reader.addFileIn(folder, 1);
    Config config = reader.read(folder);
    assertEquals(1, config.limits().rooms(), "system property over environment");
    assertEquals(29, config.limits().burst(), "environment over file");
    assertEquals(300, config.logEntries(), "file over context-param");
    assertEquals(4, config.limits().notices(), "context-param over default");
  }

  @Test
  void readsAFileThatTheEnvironmentNames() throws IOException {
    Path secret = Files.writeString(folder.resolve("rooms"), "77\n");
    Source environment = new Environment(Map.of("PARLEY_LIMIT_ROOMS_FILE", secret.toString()));
    assertEquals(77, new ConfigReader(List.of(environment)).read(folder).limits().rooms());
  }

  @Test
  void aFileThatCanNotBeReadIsAMistake() {
    Source environment = new Environment(Map.of("PARLEY_LIMIT_ROOMS_FILE", "/no/such/file"));
    ConfigReader reader = new ConfigReader(List.of(environment));
    BadConfig e = assertThrows(BadConfig.class, () -> reader.read(folder));
    assertEquals(
        "The file /no/such/file, named by the environment variable PARLEY_LIMIT_ROOMS_FILE, can't be read.",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          parley.limit.rooms, -1
          parley.limit.rooms, many
          parley.limit.rooms, 1.5
          parley.limit.rooms, ''
          parley.limit.rate, -1
          parley.limit.rate, NaN
          parley.limit.burst, 0
          parley.limit.frame, 2000000
          parley.send.stall, 10
          parley.send.stall, 10 fortnights
          parley.send.stall, -PT1S
          parley.heartbeat.dead, 51s
          parley.outbox.bytes, 99999999999
          parley.db.url, jdbc:mysql://db/parley
          parley.origins, https://chat.example.org/path
          parley.origins, chat.example.org
          parley.proxies, 10.0.0.0/33
          parley.proxies, proxy.example.org
          """)
  void refusesWhatASettingCanNotBe(String key, String text) {
    BadConfig e = assertThrows(BadConfig.class, () -> Configs.with(Map.of(key, text)));
    assertTrue(
        e.getMessage().startsWith(key + " is '" + text + "' (test); expected "), e.getMessage());
  }

  @Test
  void namesEveryMistakeInASentence() {
    BadConfig e =
        assertThrows(
            BadConfig.class,
            () -> Configs.with(Map.of(ROOMS, "lots", "parley.send.stall", "soon")));
    assertEquals(
        List.of(
            "parley.limit.rooms is 'lots' (test); expected 0 for no limit, or a whole number from 1 to 100000.",
            "parley.send.stall is 'soon' (test); expected a time from 100ms to 10m, written like 500ms, 10s, 2m or PT10S."),
        e.getMessage().lines().toList());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          parley.heartbeat.ping, 46s,,
          parley.limit.content, 20000,,
          parley.limit.frame, 9000,,
          parley.outbox.bytes, 131072, parley.limit.frame, 100000
          """)
  void refusesSettingsThatDoNotGoTogether(String key, String text, String other, String otherText) {
    Map<String, String> settings =
        other == null ? Map.of(key, text) : Map.of(key, text, other, otherText);
    BadConfig e = assertThrows(BadConfig.class, () -> Configs.with(settings));
    assertTrue(e.getMessage().contains(" must be "), e.getMessage());
  }

  @Test
  void aRelationNamesBothSides() {
    BadConfig e =
        assertThrows(BadConfig.class, () -> Configs.with(Map.of("parley.heartbeat.ping", "46s")));
    assertEquals(
        "parley.heartbeat.ping, which is 46s (test), must be shorter than parley.heartbeat.dead, which is 45s (default).",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"500ms, 500", "10s, 10000", "2m, 120000", "PT10S, 10000", "1 S, 1000"})
  void readsTimesAsPeopleWriteThem(String text, long millis) {
    assertEquals(
        Duration.ofMillis(millis),
        Configs.with(Map.of("parley.send.stall", text)).delivery().stall());
  }

  @Test
  void zeroSwitchesALimitOff() {
    Config config =
        Configs.with(
            Map.of(
                "parley.limit.content", "0",
                "parley.limit.rate", "0",
                "parley.limit.connections", "0",
                "parley.limit.refusals", "0"));
    assertEquals(0, config.limits().content());
    assertEquals(0, config.limits().rate());
    assertEquals(0, config.limits().connections());
    assertEquals(0, config.limits().refusals());
  }

  @Test
  void warnsOfAKeyThatDoesNotExistWithTheNearest() {
    ConfigReader reader =
        new ConfigReader(
            List.of(
                Source.of(
                    "system property",
                    Map.of("parley.limti.rate", "3", "other.thing", "4", ROOMS, "5")),
                new Environment(
                    Map.of(
                        "PARLEY_ORIGIN",
                        "*",
                        "PARLEY_HOME_FILE",
                        "/x",
                        "PARLEY_SERVICE_HOST",
                        "10.0.0.1"))));
    assertEquals(
        List.of(
            "There is no setting parley.limti.rate (system property); did you mean parley.limit.rate?",
            "There is no setting parley.origin (environment variable PARLEY_ORIGIN); did you mean parley.origins?"),
        reader.warnings());
  }

  @Test
  void theHomeIsNotSetByTheFileInIt() throws IOException {
    Files.writeString(folder.resolve(PropertiesFile.NAME), "parley.home=/elsewhere");
    ConfigReader reader = new ConfigReader(List.of(Source.of("test", Map.of())));
    assertEquals(folder, reader.home(folder));
    reader.addFileIn(folder, 0);
    assertEquals(1, reader.warnings().size());
    assertTrue(reader.warnings().get(0).contains("has no effect"));
  }

  @ParameterizedTest
  @CsvSource({"'', .parley", "/parley, .parley", "/chat, .parley-chat", "/a/b, .parley-a-b"})
  void theUsualHomeIsNamedByTheContextPath(String contextPath, String name) {
    assertEquals(
        Path.of(System.getProperty("user.home"), name).toAbsolutePath(), Home.usual(contextPath));
  }
}
