package chat.parley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Config;
import chat.parley.config.Configs;
import chat.parley.message.Name;
import chat.parley.people.FreshPeople;
import chat.parley.people.Guest;
import chat.parley.people.People;
import chat.parley.web.FakeRequest;
import chat.parley.web.FakeResponse;
import chat.parley.web.Forwarded;
import chat.parley.web.Origins;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
  private static final int LIMIT = 3;

  private final People people = FreshPeople.none();
  private final FakeResponse response = new FakeResponse();
  private int connections;
  private boolean isOpen;
  private Principal behind;

  private static FakeRequest handshake() {
    return FakeRequest.of("GET", "/ws").header("Upgrade", "websocket");
  }

  private void knock(FakeRequest request, String origins) throws IOException, ServletException {
    Config config =
        Configs.with(Map.of("parley.origins", origins, "parley.limit.connections", "" + LIMIT));
    Admission admission = new Admission(new Origins(config), config, address -> connections);
    new Door(admission, new Forwarded(config), people)
        .doFilter(
            request.request(),
            response.response(),
            (passed, answer) -> {
              isOpen = true;
              behind = ((HttpServletRequest) passed).getUserPrincipal();
            });
  }

  private void knock(FakeRequest request) throws IOException, ServletException {
    knock(request, "");
  }

  private Visitor visitor() {
    return (Visitor) behind;
  }

  @Test
  void aStrangerIsAFreshGuestWithACookie() throws IOException, ServletException {
    knock(handshake());
    assertTrue(visitor().person().guest());
    assertEquals("192.0.2.1", visitor().address());
    assertTrue(response.header("Set-Cookie").startsWith("parley_guest="));
  }

  @Test
  void aGuestIsKnownByTheCookie() throws IOException, ServletException {
    Guest ann = people.welcome(new Name("ann")).orElseThrow();
    knock(handshake().header("Cookie", "parley_guest=" + ann.pass().text()));
    assertEquals(ann.person(), visitor().person());
  }

  @Test
  void aBadCookieMakesAFreshGuest() throws IOException, ServletException {
    knock(handshake().header("Cookie", "parley_guest=nonsense"));
    assertTrue(visitor().person().guest());
    assertNotNull(response.header("Set-Cookie"));
  }

  @Test
  void theContainersPersonComesBeforeTheCookie() throws IOException, ServletException {
    Guest ann = people.welcome(new Name("ann")).orElseThrow();
    knock(handshake().by("carl").header("Cookie", "parley_guest=" + ann.pass().text()));
    assertEquals(people.known("carl"), visitor().person());
    assertNull(response.header("Set-Cookie"));
  }

  @Test
  void aPageLetInLikeAllPagesSpeaksForNobodyKnown() throws IOException, ServletException {
    Guest ann = people.welcome(new Name("ann")).orElseThrow();
    FakeRequest request = handshake().header("Origin", "http://evil.example");
    knock(request.by("carl").header("Cookie", "parley_guest=" + ann.pass().text()), "*");
    assertTrue(visitor().person().guest());
    assertNotEquals(ann.person(), visitor().person());
    assertNull(response.header("Set-Cookie"));
  }

  @Test
  void aListedPageSpeaksForItsUser() throws IOException, ServletException {
    knock(handshake().by("carl").header("Origin", "https://app.example"), "*, https://app.example");
    assertEquals(people.known("carl"), visitor().person());
  }

  @Test
  void aForeignPageIsRefused() throws IOException, ServletException {
    knock(handshake().header("Origin", "http://evil.example"));
    assertEquals(403, response.status());
    assertTrue(response.body().contains("parley.origins"));
    assertTrue(!isOpen && response.header("Set-Cookie") == null);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 200",
        "parley.v1, 200",
        "'foo, parley.v1', 200",
        "foo, 400",
        "'', 400",
        "'parley.v10,Parley.V1', 400"
      })
  void onlyUnknownSubprotocolsAreRefused(String offered, int status)
      throws IOException, ServletException {
    FakeRequest request = handshake();
    if (offered != null) {
      request.header("Sec-WebSocket-Protocol", offered);
    }
    knock(request);
    assertEquals(status, response.status());
    assertEquals(status == 200, isOpen);
  }

  @Test
  void subprotocolsMayComeInTwoHeaders() throws IOException, ServletException {
    knock(
        handshake()
            .header("Sec-WebSocket-Protocol", "foo")
            .header("Sec-WebSocket-Protocol", "parley.v1"));
    assertTrue(isOpen);
  }

  @Test
  void anAddressHasOnlySoManyConnections() throws IOException, ServletException {
    connections = LIMIT - 1;
    knock(handshake());
    assertTrue(isOpen);
    isOpen = false;
    connections = LIMIT;
    knock(handshake());
    assertEquals(429, response.status());
    assertTrue(response.body().contains("parley.limit.connections"), response.body());
    assertTrue(!isOpen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WebSocket", "h2c, websocket", " websocket "})
  void everySpellingOfAHandshakeIsJudged(String upgrade) throws IOException, ServletException {
    FakeRequest request = FakeRequest.of("GET", "//ws;x=1").header("Upgrade", upgrade);
    knock(request.header("Origin", "http://evil.example"));
    assertEquals(403, response.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2c", "websockets", ""})
  void otherRequestsPassAsTheyAre(String upgrade) throws IOException, ServletException {
    FakeRequest request = FakeRequest.of("GET", "/").header("Upgrade", upgrade);
    knock(request.header("Origin", "http://evil.example"));
    assertTrue(isOpen);
    assertNull(behind);
    assertNull(response.header("Set-Cookie"));
  }
}
