package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may open a socket, and what a handshake answers. */
interface DoorRules extends Host {
  @Test
  default void theOwnOriginIsLetInAndOneWithoutOriginToo() {
    assertEquals(101, Handshake.parley(withLimits()).status());
    assertEquals(101, Handshake.parley(withLimits()).from(own()).status());
    assertEquals(101, Handshake.to(withLimits()).from(own()).status());
  }

  @Test
  default void theOwnOriginIsJudgedByHostWithoutRegardToCase() {
    int port = withLimits().getPort();
    Handshake named = Handshake.parley(withLimits()).with("Host", "chat.example.org:" + port);
    assertEquals(101, named.from("http://chat.example.org:" + port).status());
    assertEquals(101, named.from("http://CHAT.example.ORG:" + port).status());
    assertEquals(403, named.from(own()).status());
    Handshake standard = Handshake.parley(withLimits()).with("Host", "chat.example.org");
    assertEquals(101, standard.from("http://chat.example.org").status());
    assertEquals(101, standard.from("http://chat.example.org:80").status());
    assertEquals(403, standard.from("http://chat.example.org:8080").status());
  }

  @Test
  default void aForeignOriginIsTurnedAway() {
    assertAll(
        foreignOrigins().stream()
            .map(
                origin ->
                    () ->
                        assertEquals(
                            403, Handshake.parley(withLimits()).from(origin).status(), origin)));
    assertEquals(
        403,
        Handshake.to(withLimits()).from("https://evil.example").status(),
        "without subprotocol");
    assertEquals(403, Handshake.to(open()).from("https://evil.example").status(), "without limits");
  }

  @Test
  default void aForwardedHostOfAStrangerIsNotBelieved() {
    Handshake evil = Handshake.parley(withLimits()).from("http://evil.example");
    assertEquals(403, evil.with("X-Forwarded-Host", "evil.example").status());
    assertEquals(403, evil.with("Forwarded", "host=evil.example;proto=http").status());
  }

  @Test
  default void theCheckTellsWhatTheDoorWouldSay() {
    assertAll(
        foreignOrigins().stream()
            .map(
                origin ->
                    () -> {
                      JsonObject verdict = check(origin);
                      assertTrue(!verdict.getBoolean("ok"), origin);
                      assertEquals("origin", verdict.getString("code"), origin);
                      assertFalse(verdict.getString("text").isBlank(), verdict::toString);
                    }));
    String sentence = check("https://chat.example.org").getString("text");
    assertTrue(sentence.contains("parley.origins"), sentence);
    assertTrue(sentence.contains("https://chat.example.org"), sentence);
    assertTrue(check(own()).getBoolean("ok"));
  }

  @Test
  default void noSpellingOfTheAddressGetsAroundTheDoor() {
    List<String> spellings =
        List.of(
            "/ws", "//ws", "ws;x=1", "ws;", "%77s", "w%73", "./ws", "x/../ws", "ws/", "ws/.",
            ";x=1/ws", "%2e/ws", "WS");
    assertAll(
        spellings.stream()
            .map(
                spelling ->
                    () -> {
                      Handshake handshake = Handshake.parley(withLimits()).at(spelling);
                      assertNotEquals(
                          101, handshake.from("https://evil.example").status(), spelling);
                      assertNotEquals(101, handshake.offering("chat").status(), spelling);
                    }));
  }

  @Test
  default void onlyUnknownSubprotocolsAreABadRequest() {
    for (String offer : List.of("chat", "parley.v0", "parley.v2, chat", "PARLEY.V1")) {
      assertEquals(400, Handshake.to(withLimits()).offering(offer).status(), offer);
    }
  }

  @Test
  default void theKnownSubprotocolIsChosenAmongOthers() {
    for (String offer : List.of("parley.v1", "parley.v2, parley.v1", "parley.v1,chat")) {
      Answer answer = Handshake.to(withLimits()).offering(offer).send();
      answer.wire().ifPresent(Wire::close);
      assertEquals(101, answer.status(), offer);
      assertEquals(Optional.of("parley.v1"), answer.header("Sec-WebSocket-Protocol"), offer);
    }
    Answer plain = Handshake.to(withLimits()).send();
    plain.wire().ifPresent(Wire::close);
    assertEquals(Optional.empty(), plain.header("Sec-WebSocket-Protocol"));
  }

  @Test
  default void compressionIsNotNegotiated() {
    Answer answer =
        Handshake.parley(withLimits())
            .with(
                "Sec-WebSocket-Extensions",
                "permessage-deflate; client_max_window_bits, x-webkit-deflate-frame")
            .send();
    answer.wire().ifPresent(Wire::close);
    assertEquals(101, answer.status());
    assertEquals(Optional.empty(), answer.header("Sec-WebSocket-Extensions"));
  }

  @Test
  default void whoeverDoesNotUpgradeIsToldTo() {
    for (HttpResponse<String> answer :
        List.of(Http.get(withLimits(), "ws"), Http.getUpgrading(withLimits(), "ws"))) {
      assertEquals(426, answer.statusCode());
      assertTrue(answer.body().contains("WebSocket"), answer::body);
    }
    int posted = Http.bare("POST", withLimits(), "ws").statusCode();
    assertTrue(posted == 426 || posted == 405, "POST was answered by " + posted);
  }

  private String own() {
    return "http://" + withLimits().getRawAuthority();
  }

  private List<String> foreignOrigins() {
    String host = withLimits().getHost();
    int port = withLimits().getPort();
    return List.of(
        "null",
        "https://evil.example",
        "http://evil.example:" + port,
        "http://" + host,
        "http://" + host + ":" + (port == 65_535 ? 1 : port + 1),
        "http://" + host + ":" + port + ".evil.example",
        "http://" + host + ".evil.example:" + port,
        "http://evil" + host + ":" + port,
        "http://evil." + host + ":" + port,
        "http://" + host + ".:" + port,
        "http://" + host + ":" + port + "@evil.example",
        "http://user@" + host + ":" + port,
        "http://evil.example/" + host + ":" + port,
        "http://evil.example#" + host + ":" + port,
        "ftp://" + host + ":" + port,
        "ws://" + host + ":" + port,
        "file://",
        "chrome-extension://abcdefghijklmnop",
        "//" + host + ":" + port,
        host + ":" + port,
        "http://[::1]:" + port,
        "http://[",
        "http://" + host + ":" + port + " http://evil.example",
        "*");
  }

  private JsonObject check(String origin) {
    String query = "check?origin=" + URLEncoder.encode(origin, StandardCharsets.UTF_8);
    HttpResponse<String> answer = Http.get(withLimits(), query);
    assertEquals(200, answer.statusCode(), answer::body);
    return Json.object(answer.body());
  }
}
