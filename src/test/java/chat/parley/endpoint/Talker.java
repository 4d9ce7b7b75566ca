package chat.parley.endpoint;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.glassfish.tyrus.client.ClientManager;

/**
 * A client by Tyrus's own implementation: sends text, and hears objects one by one, however they
 * were framed.
 */
final class Talker extends Endpoint implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private Session session;
  private String room;

  static Talker connect(URI uri, List<String> subprotocols) throws Exception {
    Talker talker = new Talker();
    talker.session =
        ClientManager.createClient()
            .connectToServer(
                talker,
                ClientEndpointConfig.Builder.create().preferredSubprotocols(subprotocols).build(),
                uri);
    return talker;
  }

  @Override
  public void onOpen(Session opened, EndpointConfig config) {
    opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::take);
  }

  private void take(String frame) {
    try (JsonReader reader = Json.createReader(new StringReader(frame))) {
      JsonStructure json = reader.read();
      if (json instanceof JsonObject object) {
        heard.add(object);
      } else {
        json.asJsonArray().stream().map(JsonValue::asJsonObject).forEach(heard::add);
      }
    }
  }

  synchronized void send(String text) {
    try {
      session.getBasicRemote().sendText(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonObject next() throws InterruptedException {
    JsonObject object = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(object, "nothing was heard");
    return object;
  }

  /** Passes over what comes until a field of it is this. */
  JsonObject awaitFrame(String what, Predicate<String> wanted, Function<JsonObject, String> field)
      throws InterruptedException {
    for (; ; ) {
      JsonObject object = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(object, () -> "never heard: " + what);
      if (wanted.test(field.apply(object))) {
        return object;
      }
    }
  }

  /** Waits until the room of this name is heard. */
  void awaitRoom(String name) throws InterruptedException {
    room =
        awaitFrame("reset of " + name, name::equals, o -> o.containsKey("room") ? nameOf(o) : "")
            .getString("recipient");
  }

  private static String nameOf(JsonObject reset) {
    return reset.getJsonObject("room").getString("name", "");
  }

  /** The next messages of the room that was awaited. */
  List<JsonObject> messages(String name, int count) throws InterruptedException {
    List<JsonObject> messages = new ArrayList<>();
    while (messages.size() < count) {
      JsonObject object =
          awaitFrame(
              "message " + messages.size() + " of " + name,
              "message"::equals,
              o -> o.getString("type"));
      if (object.getString("recipient").equals(room)) {
        messages.add(object);
      }
    }
    return messages;
  }

  @Override
  public void close() throws IOException {
    session.close();
  }
}
