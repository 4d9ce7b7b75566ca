package chat.parley.blackbox;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/**
 * A client of {@code parley.v1} that trusts nothing: {@link Rooms} checks each frame as it arrives.
 * Single-threaded.
 */
final class ParleyClient implements AutoCloseable {
  private final Wire wire;
  private final Rooms rooms = new Rooms();
  private final Heard heard;
  private final JsonObject welcome;

  private ParleyClient(Wire wire) {
    this.wire = wire;
    this.heard = new Heard(wire, this::accept);
    this.welcome = heard.await("welcome", type("welcome"));
  }

  /** Somebody new, who hears what is said in the lobby. */
  static ParleyClient in(URI base) {
    return resumed(Handshake.parley(base));
  }

  /** One more connection of this guest, holding nothing yet. */
  static ParleyClient in(URI base, Guest guest) {
    return resumed(Handshake.parley(base).as(guest));
  }

  static ParleyClient resumed(Handshake handshake) {
    ParleyClient client = welcomed(handshake);
    client.resume();
    return client;
  }

  /** A client that has said nothing yet. */
  static ParleyClient welcomed(Handshake handshake) {
    return new ParleyClient(handshake.open());
  }

  JsonObject welcome() {
    return welcome;
  }

  String id() {
    return welcome.getJsonObject("person").getString("id");
  }

  String name() {
    return welcome.getJsonObject("person").getString("name");
  }

  Wire wire() {
    return wire;
  }

  Heard heard() {
    return heard;
  }

  Rooms rooms() {
    return rooms;
  }

  void send(String frame) {
    wire.text(frame);
  }

  /** Resumes at these positions and waits until each room of the welcome was heard to its end. */
  void resume(Position... positions) {
    rooms.rewind(positions);
    send(Ask.resume(positions));
    Json.objects(welcome, "rooms").forEach(room -> awaitEnd(Position.end(room)));
  }

  /** Waits until a room was heard up to there. */
  void awaitEnd(Position end) {
    heard.awaitUntil("all of " + end, () -> rooms.holds(end));
  }

  /** Joins a room and waits until its tail was heard; returns the room's id. */
  String join(String name) {
    send(Ask.join(Fresh.ref(), name));
    JsonObject reset = awaitReset(room -> room.getString("name", "").equals(name));
    return reset.getString("recipient");
  }

  /** Waits for the reset of such a room and for what follows it. */
  JsonObject awaitReset(Predicate<JsonObject> room) {
    JsonObject reset =
        heard.await("a reset", type("reset").and(frame -> room.test(frame.getJsonObject("room"))));
    awaitEnd(Position.end(reset.getJsonObject("room")));
    return reset;
  }

  /** Leaves a room and waits until it is left. */
  void leave(String room) {
    send(Ask.leave(Fresh.ref(), room));
    heard.await("that it has left", type("left").and(of(room)).and(by(id())));
  }

  /** Says something; returns its ref. */
  String say(String recipient, String content) {
    String ref = Fresh.ref();
    send(Ask.message(ref, recipient, content));
    return ref;
  }

  /** Says something and waits until it is stored; returns it as it came back. */
  JsonObject store(String recipient, String content) {
    String ref = say(recipient, content);
    return heard.await("its own message", type("message").and(ref(ref)));
  }

  /** Sends what becomes an entry, and waits until it is stored; returns it as it came back. */
  JsonObject enter(String frame) {
    send(frame);
    String ref = Json.object(frame).getString("ref");
    return heard.await("its own entry", ref(ref).and(it -> it.containsKey("seq")));
  }

  /** Sends what is refused; returns the code. */
  String refusal(String frame) {
    send(frame);
    return awaitRefusal(Json.object(frame).getString("ref"));
  }

  /** Makes a private room and waits until it is there; returns its id. */
  String hide(String title) {
    send(Ask.createPrivate(Fresh.ref(), title));
    return awaitReset(room -> room.getString("title", "").equals(title)).getString("recipient");
  }

  /** Brings somebody into a room by inviting them. */
  void bring(ParleyClient other, String room) {
    enter(Ask.about("invite", Fresh.ref(), room, other.id()));
    other.heard().await("the invitation", type("invitations").and(it -> isAbout(it, room)));
    other.send(Ask.join(Fresh.ref(), room));
    other.awaitReset(it -> it.getString("id").equals(room));
  }

  private static boolean isAbout(JsonObject invitations, String room) {
    return Json.objects(invitations, "invitations").stream()
        .anyMatch(it -> it.getJsonObject("room").getString("id").equals(room));
  }

  /** Waits for a message of this content. */
  JsonObject await(String content) {
    return heard.await("a message " + content, message(content));
  }

  /** Waits for the refusal of a ref; returns its code. */
  String awaitRefusal(String ref) {
    return heard.await("the refusal of " + ref, type("refused").and(ref(ref))).getString("code");
  }

  /** Waits until the server has read all that was sent before. */
  void sync() {
    send(Ask.PING);
    heard.await("pong", type("pong"));
  }

  /** The messages of a room, in the order in which they came. */
  List<JsonObject> messages(String room) {
    return heard.all().stream().filter(type("message").and(of(room))).toList();
  }

  static Predicate<JsonObject> type(String type) {
    return frame -> frame.getString("type").equals(type);
  }

  static Predicate<JsonObject> ref(String ref) {
    return frame -> frame.getString("ref", "").equals(ref);
  }

  static Predicate<JsonObject> of(String room) {
    return frame -> frame.getString("recipient", "").equals(room);
  }

  static Predicate<JsonObject> by(String person) {
    return frame -> frame.getString("person", "").equals(person);
  }

  static Predicate<JsonObject> message(String content) {
    return type("message").and(frame -> frame.getString("content", "").equals(content));
  }

  @Override
  public void close() {
    wire.close();
  }

  private void accept(JsonObject frame) {
    rooms.apply(frame);
    if (type("ping").test(frame)) {
      send(Ask.PONG);
    }
  }
}
