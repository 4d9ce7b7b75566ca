package chat.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Configs;
import chat.parley.web.Origins.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
  private static final Arrival PLAIN = new Arrival("192.0.2.1", "chat.example.org", false);
  private static final Arrival SECURE = new Arrival("192.0.2.1", "chat.example.org", true);

  private final Origins strict = origins("");

  private static Origins origins(String listed) {
    return new Origins(Configs.with(Map.of("parley.origins", listed)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://chat.example.org, OWN",
    "https://chat.example.org, OWN",
    "http://chat.example.org:80, OWN",
    "https://chat.example.org:443, OWN",
    "HTTP://Chat.Example.ORG, OWN",
    "http://chat.example.org:8080, FOREIGN",
    "https://chat.example.org:80, FOREIGN",
    "http://evil.example, FOREIGN",
    "http://chat.example.org.evil.example, FOREIGN",
    "http://evilchat.example.org, FOREIGN",
    "http://example.org, FOREIGN",
    "http://chat.example.org@evil.example, FOREIGN",
    "http://user@chat.example.org, FOREIGN",
    "http://chat.example.org/, FOREIGN",
    "http://chat.example.org#x, FOREIGN",
    "http://chat.example.org:, FOREIGN",
    "http://chat.example.org:99999, FOREIGN",
    "http://chat.example.org., FOREIGN",
    "ftp://chat.example.org, FOREIGN",
    "chat.example.org, FOREIGN",
    "//chat.example.org, FOREIGN",
    "null, FOREIGN",
    "'', FOREIGN",
    "'http://chat.example.org http://evil.example', FOREIGN",
    "file://, FOREIGN"
  })
  void onlyTheOwnHostAndPortAreOwn(String origin, Standing standing) {
    assertEquals(standing, strict.standing(List.of(origin), PLAIN));
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example.org, OWN",
    "https://chat.example.org:443, OWN",
    "http://chat.example.org, FOREIGN",
    "http://chat.example.org:443, FOREIGN"
  })
  void aPlainPageIsForeignToAServerKnownToBeSecure(String origin, Standing standing) {
    assertEquals(standing, strict.standing(List.of(origin), SECURE));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:12345, http://localhost:12345, OWN",
    "localhost:12345, http://127.0.0.1:12345, FOREIGN",
    "[::1]:12345, http://[::1]:12345, OWN",
    "[::1], http://[::1], OWN",
    "CHAT.example.org:443, https://chat.example.org, OWN",
    "CHAT.example.org:443, http://chat.example.org, FOREIGN",
    "'', http://chat.example.org, FOREIGN",
    "'a b', http://chat.example.org, FOREIGN"
  })
  void theHostHeaderSaysWhatIsOwn(String host, String origin, Standing standing) {
    assertEquals(standing, strict.standing(List.of(origin), new Arrival("192.0.2.1", host, false)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example, LISTED",
    "https://APP.example:443, LISTED",
    "http://app.example, FOREIGN",
    "capacitor://localhost, LISTED",
    "null, LISTED",
    "NULL, FOREIGN",
    "https://evil.example, FOREIGN",
    "https://chat.example.org, OWN"
  })
  void listedOriginsAreLetIn(String origin, Standing standing) {
    Origins origins = origins("https://App.example:443, capacitor://localhost, null");
    assertEquals(standing, origins.standing(List.of(origin), PLAIN));
  }

  @Test
  void anAsteriskLetsInEverybodyAsNobodyKnown() {
    Origins origins = origins("*, https://app.example");
    assertEquals(Standing.ANYBODY, origins.standing(List.of("http://evil.example"), PLAIN));
    assertEquals(Standing.ANYBODY, origins.standing(List.of("null"), PLAIN));
    assertEquals(Standing.OWN, origins.standing(List.of("http://chat.example.org"), PLAIN));
    assertEquals(Standing.LISTED, origins.standing(List.of("https://app.example"), PLAIN));
  }

  @Test
  void whatIsNoBrowserNamesNoOrigin() {
    assertEquals(Standing.NONE, strict.standing(List.of(), PLAIN));
  }

  @Test
  void twoOriginsAreNone() {
    assertEquals(
        Standing.FOREIGN,
        strict.standing(List.of("http://chat.example.org", "http://chat.example.org"), PLAIN));
  }

  @Test
  void aRefusalNamesTheSettingAndTheValue() {
    assertTrue(
        strict
            .refusal(List.of("HTTPS://evil.example:443"))
            .contains("add https://evil.example to the setting parley.origins"));
    assertTrue(strict.refusal(List.of("null")).contains("add null to the setting parley.origins"));
    assertTrue(strict.refusal(List.of("<b>")).contains("can't be read"));
  }
}
