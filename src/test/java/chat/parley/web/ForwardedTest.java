package chat.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.config.Configs;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedTest {
  private final Forwarded forwarded =
      new Forwarded(Configs.with(Map.of("parley.proxies", "10.0.0.0/8, ::1")));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      quoteCharacter = '\'',
      textBlock =
          """
          # peer,      X-Forwarded-For,               address
          203.0.113.9, -,                             203.0.113.9
          203.0.113.9, 198.51.100.1,                  203.0.113.9
          10.0.0.1,    -,                             10.0.0.1
          10.0.0.1,    198.51.100.1,                  198.51.100.1
          10.0.0.1,    '1.1.1.1, 198.51.100.1',       198.51.100.1
          10.0.0.1,    '1.1.1.1,198.51.100.1,10.0.0.2', 198.51.100.1
          10.0.0.1,    '10.0.0.3, 10.0.0.2',          10.0.0.3
          10.0.0.1,    '1.1.1.1, unknown',            10.0.0.1
          10.0.0.1,    '1.1.1.1, unknown, 10.0.0.2',  10.0.0.2
          10.0.0.1,    '1.1.1.1, ',                   10.0.0.1
          10.0.0.1,    198.51.100.1:4711,             198.51.100.1
          10.0.0.1,    '[2001:db8::1]:4711',          2001:db8:0:0:0:0:0:1
          10.0.0.1,    2001:db8::1,                   2001:db8:0:0:0:0:0:1
          ::1,         198.51.100.1,                  198.51.100.1
          ::ffff:10.0.0.1, 198.51.100.1,              198.51.100.1
          10.0.0.1,    evil.example,                  10.0.0.1
          """)
  void theClientIsTheLastHopThatIsNoProxy(String peer, String header, String address) {
    FakeRequest request = FakeRequest.of("GET", "/").from(peer);
    if (header != null) {
      request.header("X-Forwarded-For", header);
    }
    assertEquals(address, forwarded.arrival(request.request()).address());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          for=198.51.100.1                                              | 198.51.100.1         | in.example   | false
          For=198.51.100.1;Proto=HTTPS;Host=chat.example.org            | 198.51.100.1         | chat.example.org | true
          for="[2001:db8::1]:80"; proto=https                           | 2001:db8:0:0:0:0:0:1 | in.example   | true
          for=1.1.1.1;host=evil, for=198.51.100.1;host=chat.example.org | 198.51.100.1         | chat.example.org | false
          for=198.51.100.1;host=h;proto=https, for=10.0.0.2;proto=http  | 198.51.100.1         | h            | true
          for=1.1.1.1, proto=https                                      | 10.0.0.1             | in.example   | true
          for=1.1.1.1, for=_hidden                                      | 10.0.0.1             | in.example   | false
          for="1.1.1.1, for=198.51.100.1                                | 198.51.100.1         | in.example   | false
          for="1.1.1.1, for="[2001:db8::1]"                             | 2001:db8:0:0:0:0:0:1 | in.example   | false
          for=1.1.1.1, for="198.51.100.1                                | 10.0.0.1             | in.example   | false
          host="a\\"b";for=198.51.100.1                                 | 198.51.100.1         | a"b          | false
          """)
  void theStandardHeaderIsReadAlike(String header, String address, String host, boolean secure) {
    FakeRequest request = FakeRequest.of("GET", "/").without("Host").header("Host", "in.example");
    request.from("10.0.0.1").header("Forwarded", header);
    assertEquals(new Arrival(address, host, secure), forwarded.arrival(request.request()));
  }

  @Test
  void hostAndSchemeAreThoseOfTheClientsHop() {
    FakeRequest request = FakeRequest.of("GET", "/").from("10.0.0.1");
    request.header("X-Forwarded-For", "1.1.1.1, 198.51.100.1, 10.0.0.2");
    request.header("X-Forwarded-Host", "evil.example, chat.example.com, in.example");
    request.header("X-Forwarded-Proto", "http, https, http");
    assertEquals(
        new Arrival("198.51.100.1", "chat.example.com", true),
        forwarded.arrival(request.request()));
  }

  @Test
  void hostAndSchemeAreBelievedWithoutAnAddress() {
    FakeRequest request = FakeRequest.of("GET", "/").from("10.0.0.1");
    request.header("X-Forwarded-Host", "chat.example.com").header("X-Forwarded-Proto", "https");
    assertEquals(
        new Arrival("10.0.0.1", "chat.example.com", true), forwarded.arrival(request.request()));
  }

  @Test
  void nothingIsBelievedFromAnybodyElse() {
    FakeRequest request = FakeRequest.of("GET", "/").from("203.0.113.9");
    request.header("X-Forwarded-For", "10.0.0.1").header("X-Forwarded-Host", "evil.example");
    request
        .header("X-Forwarded-Proto", "https")
        .header("Forwarded", "for=10.0.0.1;host=evil.example;proto=https");
    assertEquals(
        new Arrival("203.0.113.9", "chat.example.org", false),
        forwarded.arrival(request.request()));
  }

  @Test
  void headersThatNameTwoClientsAreBothDisbelieved() {
    FakeRequest request = FakeRequest.of("GET", "/").from("10.0.0.1");
    request
        .header("X-Forwarded-For", "198.51.100.1")
        .header("Forwarded", "for=1.1.1.1;proto=https");
    assertEquals(
        new Arrival("10.0.0.1", "chat.example.org", false), forwarded.arrival(request.request()));
  }

  @Test
  void aVeryLongHeaderIsReadAsWell() {
    FakeRequest request = FakeRequest.of("GET", "/").from("10.0.0.1");
    request.header("Forwarded", "by=\"" + "\\a".repeat(50_000) + "\";for=198.51.100.1");
    assertEquals("198.51.100.1", forwarded.arrival(request.request()).address());
  }
}
