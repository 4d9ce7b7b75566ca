package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;

/**
 * Somebody who came in by choosing a name.
 *
 * @param cookie what their browser sends, {@code name=value}
 */
public record Guest(String id, String name, String cookie) {
  /** Comes in under a fresh name that starts like this. */
  public static Guest called(URI base, String start) {
    String name = Fresh.name(start);
    HttpResponse<String> answer = Http.putJson(base, "me", body(name));
    assertEquals(200, answer.statusCode(), answer::body);
    JsonObject person = Json.object(answer.body()).getJsonObject("person");
    return new Guest(person.getString("id"), person.getString("name"), cookie(answer));
  }

  /** Takes another name. */
  Guest rename(URI base, String other) {
    HttpResponse<String> answer = Http.putJson(base, "me", body(other), "Cookie", cookie);
    assertEquals(200, answer.statusCode(), answer::body);
    String renewed = answer.headers().firstValue("Set-Cookie").map(Guest::pair).orElse(cookie);
    return new Guest(id, other, renewed);
  }

  static String body(String name) {
    return Json.builder().add("name", name).build().toString();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .map(Guest::pair)
        .orElseGet(() -> fail("a new guest gets no cookie: " + answer.headers().map()));
  }

  /** The name and value of a {@code Set-Cookie} line. */
  static String pair(String line) {
    return line.split(";", 2)[0];
  }
}
