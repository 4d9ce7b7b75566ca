package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a guest comes in, and stays the same person. */
interface GuestRules extends Host {
  @Test
  default void whoHasNotComeInIsNobody() {
    HttpResponse<String> answer = Http.get(withLimits(), "me");
    assertEquals(200, answer.statusCode());
    assertFalse(Json.object(answer.body()).containsKey("person"), answer::body);
    assertEquals(Optional.empty(), answer.headers().firstValue("Set-Cookie"));
  }

  @Test
  default void whoChoosesANameIsThatPersonOnTheSocket() {
    String name = Fresh.name("ann");
    HttpResponse<String> answer = Http.putJson(withLimits(), "me", Guest.body(name));
    assertEquals(200, answer.statusCode(), answer::body);
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
    JsonObject person = Json.object(answer.body()).getJsonObject("person");
    assertEquals(name, person.getString("name"));
    assertTrue(person.getBoolean("guest"));
    String cookie = Guest.pair(answer.headers().firstValue("Set-Cookie").orElseThrow());
    assertEquals(
        person,
        Json.object(Http.get(withLimits(), "me", "Cookie", cookie).body()).getJsonObject("person"));
    Guest guest = new Guest(person.getString("id"), name, cookie);
    try (ParleyClient client = ParleyClient.in(withLimits(), guest)) {
      assertEquals(person, client.welcome().getJsonObject("person"));
    }
  }

  @Test
  default void theCookieIsKeptFromScriptsAndOtherSites() {
    HttpResponse<String> named = Http.putJson(withLimits(), "me", Guest.body(Fresh.name("ann")));
    checkCookie(named.headers().firstValue("Set-Cookie").orElseThrow());
    Answer fresh = Handshake.parley(withLimits()).send();
    fresh.wire().ifPresent(Wire::close);
    checkCookie(fresh.header("Set-Cookie").orElseThrow());
  }

  @Test
  default void aFreshGuestStaysTheSamePerson() {
    Answer answer = Handshake.parley(open()).send();
    Guest guest = new Guest("", "", Guest.pair(answer.header("Set-Cookie").orElseThrow()));
    answer.wire().orElseThrow().close();
    try (ParleyClient once = ParleyClient.in(open(), guest);
        ParleyClient again = ParleyClient.in(open(), guest)) {
      assertEquals(once.id(), again.id());
      assertEquals(once.name(), again.name());
    }
  }

  @Test
  default void aCookieThatIsNotOursIsNobodys() {
    String forged = Guest.called(open(), "ann").cookie();
    String secret = forged.substring(0, forged.indexOf('=') + 1);
    for (String cookie :
        List.of(secret, secret + "x", secret + "A".repeat(4000), secret + "%00", secret + "\"")) {
      Guest guest = new Guest("", "", cookie);
      try (ParleyClient client = ParleyClient.in(open(), guest)) {
        assertFalse(client.id().isEmpty());
      }
      assertEquals(200, Http.get(open(), "me", "Cookie", cookie).statusCode(), cookie);
    }
  }

  @Test
  default void renamingKeepsThePerson() {
    Guest ann = Guest.called(open(), "ann");
    Guest anna = ann.rename(open(), Fresh.name("anna"));
    JsonObject person =
        Json.object(Http.get(open(), "me", "Cookie", anna.cookie()).body()).getJsonObject("person");
    assertEquals(ann.id(), person.getString("id"));
    assertEquals(anna.name(), person.getString("name"));
  }

  @Test
  default void aNameThatIsOrWasAnothersIsTaken() {
    Guest ann = Guest.called(open(), "ann");
    assertRefused(409, "name_taken", ann.name());
    assertRefused(409, "name_taken", ann.name().toUpperCase(Locale.ROOT));
    try (ParleyClient client = ParleyClient.in(open(), ann)) {
      client.store("#lobby", Fresh.words("said by ann"));
    }
    ann.rename(open(), Fresh.name("anna"));
    assertRefused(409, "name_taken", ann.name());
  }

  @Test
  default void aNameThatCannotBeIsRefused() {
    for (String name :
        List.of("", " ", "a b", "-a", "@ann", "<b>", "x".repeat(41), "p\u0430ypal", "a\u200bb")) {
      assertRefused(400, "bad_name", name);
    }
  }

  @Test
  default void onlyTheOwnOriginMayChooseAName() {
    String body = Guest.body(Fresh.name("ann"));
    for (String origin :
        List.of("https://evil.example", "null", own() + "1", own() + ".evil.example")) {
      assertEquals(403, Http.putJson(open(), "me", body, "Origin", origin).statusCode(), origin);
    }
    assertEquals(200, Http.putJson(open(), "me", body, "Origin", own()).statusCode());
  }

  @Test
  default void onlyJsonMayChooseAName() {
    String body = Guest.body(Fresh.name("ann"));
    for (String type :
        List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/jsonx")) {
      assertEquals(415, Http.put(open(), "me", type, body).statusCode(), type);
    }
    assertEquals(200, Http.put(open(), "me", "application/json; charset=utf-8", body).statusCode());
  }

  @Test
  default void aBadRequestIsOneSentence() {
    List<String> bodies =
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{}",
            "{\"name\":5}",
            "{\"name\":null}",
            "{\"name\":\"a\"} x",
            "[".repeat(4000));
    for (String body : bodies) {
      HttpResponse<String> answer = Http.putJson(open(), "me", body);
      assertEquals(400, answer.statusCode(), body);
      checkNothingOfTheInside(answer.body());
    }
    int large = Http.putJson(open(), "me", Guest.body("x".repeat(1 << 20))).statusCode();
    assertTrue(large == 400 || large == 413, "a large body was answered by " + large);
  }

  @Test
  default void whoSignsOutIsNobodyAndIsClosedEverywhere() {
    Guest ann = Guest.called(open(), "ann");
    try (ParleyClient page = ParleyClient.in(open(), ann);
        ParleyClient other = ParleyClient.in(open(), ann);
        ParleyClient bob = ParleyClient.in(open())) {
      HttpResponse<String> answer =
          Http.deleteJson(open(), "me", "Cookie", ann.cookie(), "Origin", own());
      assertEquals(200, answer.statusCode(), answer::body);
      assertFalse(Json.object(answer.body()).containsKey("person"), answer::body);
      String line = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(line.startsWith("parley_guest=;"), line);
      assertTrue(line.contains("Max-Age=0"), line);
      assertEquals(4004, page.heard().awaitClose(Deadline.soon()).code());
      assertEquals(4004, other.heard().awaitClose(Deadline.soon()).code());
      bob.sync();
    }
  }

  @Test
  default void onlyTheOwnOriginAndJsonMaySignSomebodyOut() {
    Guest ann = Guest.called(open(), "ann");
    try (ParleyClient page = ParleyClient.in(open(), ann)) {
      for (String origin : List.of("https://evil.example", "null", own() + "1")) {
        HttpResponse<String> answer =
            Http.deleteJson(open(), "me", "Cookie", ann.cookie(), "Origin", origin);
        assertEquals(403, answer.statusCode(), origin);
        assertEquals(Optional.empty(), answer.headers().firstValue("Set-Cookie"));
      }
      assertEquals(415, Http.bare("DELETE", open(), "me", "Cookie", ann.cookie()).statusCode());
      page.sync();
    }
  }

  @Test
  default void whoIsNobodyMaySignOutAllTheSame() {
    assertEquals(200, Http.deleteJson(open(), "me").statusCode());
    String forged = "parley_guest=" + "A".repeat(24) + ".YW5u";
    assertEquals(200, Http.deleteJson(open(), "me", "Cookie", forged).statusCode());
  }

  private String own() {
    return "http://" + open().getRawAuthority();
  }

  @Test
  default void otherMethodsAreNotAllowed() {
    for (String method : List.of("POST", "PATCH")) {
      HttpResponse<String> answer = Http.bare(method, open(), "me");
      assertEquals(405, answer.statusCode(), method);
      checkNothingOfTheInside(answer.body());
    }
  }

  private void assertRefused(int status, String code, String name) {
    HttpResponse<String> answer = Http.putJson(open(), "me", Guest.body(name));
    assertEquals(status, answer.statusCode(), () -> name + ": " + answer.body());
    JsonObject refused = Json.object(answer.body());
    assertEquals(code, refused.getString("code"), refused::toString);
    assertFalse(refused.getString("text").isBlank(), refused::toString);
    assertEquals(Optional.empty(), answer.headers().firstValue("Set-Cookie"));
  }

  private void checkCookie(String line) {
    List<String> parts = List.of(line.split("; *"));
    assertTrue(parts.get(0).startsWith("parley_guest="), line);
    assertTrue(parts.get(0).length() > "parley_guest=".length() + 20, line);
    List<String> flags = parts.stream().skip(1).map(part -> part.toLowerCase(Locale.ROOT)).toList();
    String path = withLimits().getRawPath();
    String context = path.length() == 1 ? path : path.substring(0, path.length() - 1);
    assertTrue(flags.contains("httponly"), line);
    assertTrue(flags.contains("samesite=lax"), line);
    assertTrue(flags.contains("path=" + context), line);
    assertFalse(flags.contains("secure"), line);
  }

  private static void checkNothingOfTheInside(String body) {
    for (String inside :
        List.of("Exception", "\tat ", "java.", "chat.parley", "Apache Tomcat/", "Payara Server")) {
      assertFalse(body.contains(inside), body);
    }
  }
}
