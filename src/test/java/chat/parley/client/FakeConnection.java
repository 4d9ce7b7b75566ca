package chat.parley.client;

import chat.parley.wire.GoldenFiles;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A connection that keeps what it was sent, and completes it at once, when told to, or never. Not
 * thread-safe.
 */
final class FakeConnection implements Connection {
  /** Every frame that it was given. */
  final List<String> sent = new ArrayList<>();

  /** The reasons it was closed for. */
  final List<Farewell> closed = new ArrayList<>();

  /** How many WebSocket pings it was asked for. */
  int pings;

  /** Whether sends are complete before the call returns. */
  boolean inline = true;

  /** What happens while a frame is being written. */
  Runnable whileSending = () -> {};

  private final ArrayDeque<Consumer<Throwable>> underWay = new ArrayDeque<>();

  /** A connection that completes nothing by itself. */
  static FakeConnection held() {
    FakeConnection connection = new FakeConnection();
    connection.inline = false;
    return connection;
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    sent.add(text);
    whileSending.run();
    if (inline) {
      done.accept(null);
    } else {
      underWay.add(done);
    }
  }

  @Override
  public void ping() {
    pings++;
  }

  @Override
  public void close(Farewell farewell) {
    closed.add(farewell);
  }

  /** How many frames were given and not completed. */
  int underWay() {
    return underWay.size();
  }

  /** The frame under way is written. */
  void complete() {
    underWay.remove().accept(null);
  }

  /** The frame under way can't be written. */
  void fail() {
    underWay.remove().accept(new IllegalStateException("the peer is gone"));
  }

  /** Forgets what it was sent. */
  void forget() {
    sent.clear();
  }

  /** Every object it was sent, in order. */
  List<JsonObject> objects() {
    return sent.stream().flatMap(FakeConnection::read).toList();
  }

  private static Stream<JsonObject> read(String frame) {
    JsonValue value = GoldenFiles.json(frame);
    return value.getValueType() == JsonValue.ValueType.ARRAY
        ? value.asJsonArray().getValuesAs(JsonObject.class).stream()
        : Stream.of(value.asJsonObject());
  }

  /** The objects of this type. */
  List<JsonObject> objects(String type) {
    return objects().stream()
        .filter(object -> type.equals(object.getString("type", null)))
        .toList();
  }

  /** The content of every object that has one. */
  List<String> contents() {
    return objects().stream()
        .filter(object -> object.containsKey("content"))
        .map(object -> object.getString("content"))
        .toList();
  }

  /** The codes of all refusals. */
  List<String> refusals() {
    return objects("refused").stream().map(object -> object.getString("code")).toList();
  }
}
