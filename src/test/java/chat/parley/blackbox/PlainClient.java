package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A client without a subprotocol, as the tutorial's. Single-threaded. */
final class PlainClient implements AutoCloseable {
  static final String CONNECTED = "/A new socket has connected.";
  static final String DISCONNECTED = "/A socket has disconnected.";

  private static final Duration QUIET = Duration.ofMillis(400);

  private final Wire wire;
  private final Heard heard;

  private PlainClient(Wire wire) {
    this.wire = wire;
    this.heard = new Heard(wire, PlainClient::check);
  }

  /** Somebody new, who has been heard, and so hears what others say. */
  static PlainClient in(URI base) {
    return heard(Handshake.to(base));
  }

  /** One more connection of this guest, heard already. */
  static PlainClient in(URI base, Guest guest) {
    return heard(Handshake.to(base).as(guest));
  }

  static PlainClient heard(Handshake handshake) {
    PlainClient client = opened(handshake);
    client.sync();
    return client;
  }

  /** A client whose socket is open; it may take the server a moment to count it in. */
  static PlainClient opened(Handshake handshake) {
    return new PlainClient(handshake.open());
  }

  Wire wire() {
    return wire;
  }

  Heard heard() {
    return heard;
  }

  void say(String text) {
    wire.text(text);
  }

  /** Waits for a message of this content. */
  JsonObject await(String content) {
    return heard.await("a message " + content, said(content));
  }

  /** Waits until whatever others did before has been heard. */
  void awaitQuiet() {
    heard.awaitQuiet(QUIET);
  }

  /** Says something and hears it: all that was said before has been heard too. */
  void sync() {
    String words = Fresh.words("sync");
    say(words);
    await(words);
  }

  /** The contents of all that was heard. */
  List<String> contents() {
    return heard.all().stream().map(object -> object.getString("content")).toList();
  }

  static Predicate<JsonObject> said(String content) {
    return object -> object.getString("content").equals(content);
  }

  @Override
  public void close() {
    wire.close();
  }

  private static void check(JsonObject object) {
    boolean notice = !object.containsKey("sender") && object.getString("content").startsWith("/");
    assertTrue(
        notice || !object.getString("sender").isEmpty(),
        () -> "neither said nor a notice: " + object);
  }
}
