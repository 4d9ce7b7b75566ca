package chat.parley.blackbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What a client of {@code parley.v1} sends, as text. */
public final class Ask {
  public static final String PING = "{\"type\":\"ping\"}";
  public static final String PONG = "{\"type\":\"pong\"}";

  private Ask() {}

  public static String message(String ref, String recipient, String content) {
    return Json.builder(about("message", ref, recipient))
        .add("content", content)
        .build()
        .toString();
  }

  public static String reply(String ref, String recipient, String content, int thread) {
    return Json.builder(about("message", ref, recipient))
        .add("content", content)
        .add("thread", thread)
        .build()
        .toString();
  }

  public static String read(String recipient, int seq) {
    return mark("read", recipient, seq).build().toString();
  }

  public static String readThread(String recipient, int seq, int thread) {
    return mark("read", recipient, seq).add("thread", thread).build().toString();
  }

  public static String unread(String recipient, int seq) {
    return mark("unread", recipient, seq).build().toString();
  }

  static String note(String key, String value) {
    return Json.builder()
        .add("type", "note")
        .add("key", key)
        .add("value", value)
        .build()
        .toString();
  }

  private static JsonObjectBuilder mark(String type, String recipient, int seq) {
    return Json.builder().add("type", type).add("recipient", recipient).add("seq", seq);
  }

  public static String edit(String ref, String recipient, int target, String content) {
    return Json.builder(about("edit", ref, recipient))
        .add("target", target)
        .add("content", content)
        .build()
        .toString();
  }

  public static String delete(String ref, String recipient, int target) {
    return Json.builder(about("delete", ref, recipient)).add("target", target).build().toString();
  }

  public static String reaction(
      String ref, String recipient, int target, String emoji, boolean on) {
    return Json.builder(about("reaction", ref, recipient))
        .add("target", target)
        .add("emoji", emoji)
        .add("on", on)
        .build()
        .toString();
  }

  public static String pin(String ref, String recipient, int target, boolean on) {
    return Json.builder(about("pin", ref, recipient))
        .add("target", target)
        .add("on", on)
        .build()
        .toString();
  }

  /** Sets this field of a room. */
  public static String settings(String ref, String recipient, String field, String value) {
    return Json.builder(about("settings", ref, recipient)).add(field, value).build().toString();
  }

  public static String archive(String ref, String recipient, boolean archived) {
    return Json.builder(about("settings", ref, recipient))
        .add("archived", archived)
        .build()
        .toString();
  }

  public static String createPublic(String ref, String name) {
    return create(ref, "public").add("name", name).build().toString();
  }

  public static String createPrivate(String ref, String title) {
    return create(ref, "private").add("title", title).build().toString();
  }

  public static String createGroup(String ref, Collection<String> people) {
    return create(ref, "group").add("people", Json.array(people)).build().toString();
  }

  private static JsonObjectBuilder create(String ref, String kind) {
    return Json.builder().add("type", "create").add("ref", ref).add("kind", kind);
  }

  /** {@code invite}, {@code remove} or {@code owner}. */
  public static String about(String type, String ref, String recipient, String person) {
    return Json.builder(about(type, ref, recipient)).add("person", person).build().toString();
  }

  public static String typing(String room) {
    return Json.builder().add("type", "typing").add("recipient", room).build().toString();
  }

  public static String rooms(String ref, String query) {
    return Json.builder()
        .add("type", "rooms")
        .add("ref", ref)
        .add("query", query)
        .build()
        .toString();
  }

  public static String members(String ref, String room) {
    return about("members", ref, room).toString();
  }

  public static String mentions(String ref) {
    return Json.builder().add("type", "mentions").add("ref", ref).build().toString();
  }

  public static String decline(String ref, String recipient) {
    return about("decline", ref, recipient).toString();
  }

  public static String join(String ref, String recipient) {
    return about("join", ref, recipient).toString();
  }

  public static String leave(String ref, String recipient) {
    return about("leave", ref, recipient).toString();
  }

  /**
   * @param field which page it is
   * @param value a seq or a time
   */
  public static String page(String ref, String recipient, int limit, String field, Object value) {
    JsonObjectBuilder page = Json.builder(about("page", ref, recipient)).add("limit", limit);
    if (value instanceof Integer seq) {
      page.add(field, seq);
    } else if (value instanceof Boolean truth) {
      page.add(field, truth);
    } else {
      page.add(field, value.toString());
    }
    return page.build().toString();
  }

  public static String resume(Position... positions) {
    List<JsonObject> rooms = Arrays.stream(positions).map(Position::json).toList();
    return Json.builder()
        .add("type", "resume")
        .add("positions", Json.arrayOf(rooms))
        .build()
        .toString();
  }

  public static String person(Collection<String> ids) {
    return Json.builder().add("type", "person").add("people", Json.array(ids)).build().toString();
  }

  public static String presence(String room, Collection<String> ids) {
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
