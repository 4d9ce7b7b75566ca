package chat.parley.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Whoever the container's realm knows is that person in Parley, too. A host deploys {@link
 * Wars#withRealm} to a realm that knows ann, with the password tea, in the role member.
 */
interface RealmRules {
  /** The page of that deployment; ends with a slash. */
  URI behindRealm();

  @Test
  default void thePersonOnThePageIsTheOneWhoLoggedIn() throws Exception {
    HttpResponse<String> me = get("me", Login.basic("ann", "tea"));
    assertEquals(200, me.statusCode());
    assertIsAnn(object(me.body()));
  }

  @Test
  default void thePersonOnTheSocketIsTheOneWhoLoggedIn() throws Exception {
    AwaitedFrame frame = new AwaitedFrame("welcome");
    WebSocket socket = open(frame, Login.basic("ann", "tea"));
    assertIsAnn(object(frame.text.get(10, TimeUnit.SECONDS)));
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Test
  default void whoSignsOutIsClosed() throws Exception {
    AwaitedFrame frame = new AwaitedFrame("welcome");
    open(frame, Login.basic("ann", "tea"));
    frame.text.get(10, TimeUnit.SECONDS);
    HttpRequest request =
        HttpRequest.newBuilder(behindRealm().resolve("me"))
            .header("Authorization", Login.basic("ann", "tea"))
            .header("Content-Type", "application/json")
            .DELETE()
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer::body);
    assertFalse(object(answer.body()).containsKey("person"), answer::body);
    assertEquals(4004, frame.closed.get(10, TimeUnit.SECONDS));
  }

  @Test
  default void nobodyElseGetsIn() throws Exception {
    String wrong = Login.basic("ann", "coffee");
    assertEquals(401, get("me", wrong).statusCode());
    assertThrows(CompletionException.class, () -> open(new AwaitedFrame("welcome"), wrong));
  }

  private HttpResponse<String> get(String path, String login) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(behindRealm().resolve(path)).header("Authorization", login).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private WebSocket open(AwaitedFrame frame, String login) {
    URI socket = URI.create(behindRealm().resolve("ws").toString().replace("http:", "ws:"));
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Authorization", login)
        .subprotocols("parley.v1")
        .buildAsync(socket, frame)
        .join();
  }

  private static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static void assertIsAnn(JsonObject told) {
    JsonObject person = told.getJsonObject("person");
    assertEquals("ann", person.getString("name"));
    assertFalse(person.getBoolean("guest"));
  }
}
