package chat.parley.blackbox;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What a client of {@code parley.v1} sends, as text. */
final class Ask {
  static final String PING = "{\"type\":\"ping\"}";
  static final String PONG = "{\"type\":\"pong\"}";

  private Ask() {}

  static String message(String ref, String recipient, String content) {
    return Json.builder(about("message", ref, recipient))
        .add("content", content)
        .build()
        .toString();
  }

  static String join(String ref, String recipient) {
    return about("join", ref, recipient).toString();
  }

  static String leave(String ref, String recipient) {
    return about("leave", ref, recipient).toString();
  }

  static String resume(Position... positions) {
    List<JsonObject> rooms = Arrays.stream(positions).map(Position::json).toList();
    return Json.builder()
        .add("type", "resume")
        .add("positions", Json.arrayOf(rooms))
        .build()
        .toString();
  }

  static String person(Collection<String> ids) {
    return Json.builder().add("type", "person").add("people", Json.array(ids)).build().toString();
  }

  static String presence(String room, Collection<String> ids) {
    return Json.builder()
        .add("type", "presence")
        .add("recipient", room)
        .add("people", Json.array(ids))
        .build()
        .toString();
  }

  private static JsonObject about(String type, String ref, String recipient) {
    return Json.builder().add("type", type).add("ref", ref).add("recipient", recipient).build();
  }
}
