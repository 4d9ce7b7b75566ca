package chat.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Config;
import chat.parley.config.Configs;
import chat.parley.config.Homes;
import chat.parley.message.Person;
import chat.parley.people.FreshPeople;
import chat.parley.people.SignedOut;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeServletTest {
  private final Config config = Configs.with(Map.of());
  private final List<Person> signedOut = new ArrayList<>();
  private final MeServlet servlet =
      new MeServlet(
          FreshPeople.none(),
          new Forwarded(config),
          new Origins(config),
          Homes.without(),
          noting(signedOut));

  @SuppressWarnings("unchecked")
  private static Event<SignedOut> noting(List<Person> people) {
    return FakeRequest.fake(
        Event.class,
        (name, args) -> {
          people.add(((SignedOut) args[0]).person());
          return null;
        });
  }

  private static FakeRequest delete() {
    return FakeRequest.of("DELETE", "/me").header("Content-Type", "application/json");
  }

  private static FakeRequest put(String body) {
    return FakeRequest.of("PUT", "/me").header("Content-Type", "application/json").body(body);
  }

  private FakeResponse answer(FakeRequest request) throws IOException {
    FakeResponse response = new FakeResponse();
    servlet.service(request.request(), response.response());
    return response;
  }

  private static String cookie(FakeResponse response) {
    return response.header("Set-Cookie").split(";")[0];
  }

  @Test
  void whoHasNotComeInIsNobody() throws IOException {
    FakeResponse response = answer(FakeRequest.of("GET", "/me"));
    assertEquals(200, response.status());
    assertFalse(response.body().contains("person"));
    assertTrue(response.body().contains("\"notice\":\"The home folder "), response.body());
    assertNull(response.header("Set-Cookie"));
  }

  @Test
  void aGuestComesInAndIsKnownByTheCookie() throws IOException {
    FakeResponse in = answer(put("{\"name\":\"ann\"}"));
    assertEquals(200, in.status());
    assertTrue(in.body().contains("\"name\":\"ann\""), in.body());
    FakeResponse again = answer(FakeRequest.of("GET", "/me").header("Cookie", cookie(in)));
    assertEquals(in.body(), again.body());
  }

  @Test
  void theCookieIsForThisApplicationAndNoScript() throws IOException {
    String plain = answer(put("{\"name\":\"ann\"}").at("/a/b")).header("Set-Cookie");
    assertTrue(plain.endsWith("; Path=/a/b; Max-Age=34560000; HttpOnly; SameSite=Lax"), plain);
    String secure = answer(put("{\"name\":\"bob\"}").secure()).header("Set-Cookie");
    assertTrue(
        secure.endsWith("; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure"), secure);
  }

  @Test
  void aGuestIsRenamed() throws IOException {
    FakeResponse in = answer(put("{\"name\":\"ann\"}"));
    FakeResponse renamed = answer(put("{\"name\":\"bea\"}").header("Cookie", cookie(in)));
    assertEquals(in.body().replace("ann", "bea"), renamed.body());
    assertEquals(
        renamed.body(),
        answer(FakeRequest.of("GET", "/me").header("Cookie", cookie(renamed))).body());
  }

  @Test
  void theContainersPersonIsNoGuest() throws IOException {
    assertTrue(answer(FakeRequest.of("GET", "/me").by("carl")).body().contains("\"guest\":false"));
    FakeResponse response = answer(put("{\"name\":\"ann\"}").by("carl"));
    assertEquals(403, response.status());
    assertTrue(response.body().contains("\"not_a_guest\""), response.body());
  }

  @Test
  void anothersNameIsTaken() throws IOException {
    answer(put("{\"name\":\"ann\"}"));
    FakeResponse response = answer(put("{\"name\":\"ANN\"}"));
    assertEquals(409, response.status());
    assertTrue(response.body().contains("\"name_taken\""), response.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":"a b"}  | 400 | bad_name
          {"name":""}     | 400 | bad_name
          {"name":null}   | 400 | malformed
          {}              | 400 | malformed
          {"name":        | 400 | malformed
          {"name":["a"]}  | 400 | malformed
          {"name":5}      | 400 | malformed
          {"name":"a"} x  | 400 | malformed
          []              | 400 | malformed
          null            | 400 | malformed
          ``              | 400 | malformed
          """)
  void aBadBodyIsRefused(String body, int status, String code) throws IOException {
    FakeResponse response = answer(put(body));
    assertEquals(status, response.status());
    assertTrue(response.body().contains("\"code\":\"" + code + "\""), response.body());
    assertNull(response.header("Set-Cookie"));
  }

  @Test
  void aBodyMayBeNestedOnlySoDeep() throws IOException {
    assertEquals(400, answer(put("[".repeat(4000))).status());
    assertEquals(400, answer(put("{\"name\":\"ann\",\"x\":" + "[".repeat(4000))).status());
  }

  @Test
  void aBodyMustBeUtf8AndShort() throws IOException {
    assertEquals(400, answer(put("").body(new byte[] {'"', (byte) 0xff, '"'})).status());
    assertEquals(413, answer(put("{\"name\":\"" + "a".repeat(8192) + "\"}")).status());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http://chat.example.org, application/json, 200",
        "-, application/json; charset=utf-8, 200",
        "-, text/plain, 415",
        "-, -, 415",
        "http://evil.example, application/json, 403",
        "null, application/json, 403",
        "http://evil.example, text/plain, 403"
      })
  void aChangeNeedsJsonAndTheOwnOrigin(String origin, String type, int status) throws IOException {
    FakeRequest request = FakeRequest.of("PUT", "/me").body("{\"name\":\"ann\"}");
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    assertEquals(status, answer(request).status());
  }

  @Test
  void aGuestWhoSignsOutIsForgottenByTheBrowserAndEndedEverywhere() throws IOException {
    FakeResponse in = answer(put("{\"name\":\"ann\"}"));
    FakeResponse out = answer(delete().header("Cookie", cookie(in)).at("/a/b"));
    assertEquals(200, out.status());
    assertFalse(out.body().contains("person"), out.body());
    assertEquals(
        "parley_guest=; Path=/a/b; Max-Age=0; HttpOnly; SameSite=Lax", out.header("Set-Cookie"));
    assertEquals(List.of("ann"), signedOut.stream().map(it -> it.name().text()).toList());
  }

  @Test
  void whoeverIsNobodyMaySignOutToo() throws IOException {
    FakeResponse out = answer(delete());
    assertEquals(200, out.status());
    assertEquals(List.of(), signedOut);
  }

  @Test
  void theContainersPersonIsLoggedOutThere() throws IOException {
    FakeRequest request = delete().by("carl").inSession();
    assertEquals(200, answer(request).status());
    assertEquals(List.of("carl"), signedOut.stream().map(it -> it.name().text()).toList());
    assertNull(request.request().getUserPrincipal());
    assertFalse(request.isInSession());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http://chat.example.org, application/json, 200",
        "-, -, 415",
        "-, text/plain, 415",
        "http://evil.example, application/json, 403",
        "null, application/json, 403"
      })
  void signingOutNeedsJsonAndTheOwnOrigin(String origin, String type, int status)
      throws IOException {
    String cookie = cookie(answer(put("{\"name\":\"ann\"}")));
    FakeRequest request = FakeRequest.of("DELETE", "/me").header("Cookie", cookie);
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    FakeResponse response = answer(request);
    assertEquals(status, response.status());
    assertEquals(status == 200, response.header("Set-Cookie") != null);
    assertEquals(status == 200, !signedOut.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"POST", "PATCH", "OPTIONS", "FOO"})
  void otherMethodsAreRefusedWithThoseThereAre(String method) throws IOException {
    FakeResponse response = answer(FakeRequest.of(method, "/me"));
    assertEquals(405, response.status());
    assertEquals("GET, HEAD, PUT, DELETE", response.header("Allow"));
  }
}
