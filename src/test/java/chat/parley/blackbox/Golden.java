package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The frames that {@code docs/protocol.md} shows. */
final class Golden {
  private static final List<String> CLIENT =
      List.of(
          "create",
          "create-group",
          "create-private",
          "decline",
          "delete",
          "edit",
          "invite",
          "join",
          "leave",
          "members",
          "members-after",
          "mentions",
          "message",
          "message-person",
          "message-reply",
          "note",
          "note-gone",
          "owner",
          "page",
          "page-around",
          "page-date",
          "page-pinned",
          "page-thread",
          "person",
          "pin",
          "ping",
          "pong",
          "presence",
          "reaction",
          "read",
          "read-thread",
          "remove",
          "resume",
          "resume-new",
          "rooms",
          "rooms-after",
          "settings",
          "typing",
          "unread");
  private static final Map<String, JsonObject> SERVER =
      Map.ofEntries(
          shape("welcome", "welcome"),
          shape("reset", "reset"),
          shape("message", "message"),
          shape("edit", "edit"),
          shape("delete", "delete"),
          shape("reaction", "reaction"),
          shape("pin", "pin"),
          shape("settings", "settings"),
          shape("membership", "membership"),
          shape("page", "page"),
          shape("invitations", "invitations"),
          shape("stored", "stored"),
          shape("state", "state"),
          shape("notes", "notes-afresh"),
          shape("rooms", "rooms-more"),
          shape("members", "members"),
          shape("mentions", "mentions"),
          shape("typing", "typing"),
          shape("joined", "joined"),
          shape("left", "left"),
          shape("presence", "presence"),
          shape("person", "person"),
          shape("refused", "refused-malformed"),
          shape("ping", "ping"),
          shape("pong", "pong"));

  /**
   * Fields that are not always there: a message of a plain client has no ref, as such a client
   * can't repeat itself, and a joining may have none; what is deleted or superseded has no content;
   * settings tell what was set.
   */
  private static final Map<String, Set<String>> OPTIONAL =
      Map.of(
          "message", Set.of("ref", "content"),
          "edit", Set.of("content"),
          "settings", Set.of("title", "topic"),
          "membership", Set.of("ref"),
          "page", Set.of("before"),
          "rooms", Set.of("more"));

  private Golden() {}

  /** Every documented frame of a client of {@code parley.v1}. */
  static List<String> clientFrames() {
    return CLIENT.stream().map(name -> text("client/" + name)).toList();
  }

  /** A documented frame. */
  static JsonObject frame(String name) {
    return Json.object(text(name));
  }

  /** Fails unless a frame from the server is of a documented type and has all of its fields. */
  static void check(JsonObject frame) {
    JsonObject shape = SERVER.get(frame.getString("type"));
    assertNotNull(shape, () -> "a type that is not documented: " + frame);
    Set<String> optional = OPTIONAL.getOrDefault(frame.getString("type"), Set.of());
    shape.forEach(
        (key, value) ->
            assertTrue(
                sameType(value, frame.getOrDefault(key, optional.contains(key) ? value : null)),
                () -> "field " + key + " of " + frame));
  }

  private static boolean sameType(JsonValue expected, JsonValue actual) {
    return actual != null && kind(expected).equals(kind(actual));
  }

  private static String kind(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE, FALSE -> "boolean";
      default -> value.getValueType().name();
    };
  }

  private static Map.Entry<String, JsonObject> shape(String type, String file) {
    return Map.entry(type, frame("server/" + file));
  }

  private static String text(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
