package chat.parley.wire;

import chat.parley.message.Code;
import chat.parley.message.FromClient;
import chat.parley.message.Message;
import chat.parley.message.Plain;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.message.Unreadable;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.websocket.Decoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what a client sent. It never fails: what it can't read is an {@link Unreadable}, so that
 * the endpoint answers it in the sender's terms and the connection goes on. Thread-safe.
 */
public final class MessageDecoder implements Decoder.Text<Received> {
  private static final Map<String, Class<?>> KINDS =
      Arrays.stream(FromClient.class.getAnnotation(JsonbTypeInfo.class).value())
          .collect(Collectors.toUnmodifiableMap(JsonbSubtype::alias, JsonbSubtype::type));

  @Override
  public Received decode(String text) {
    return new Received(text);
  }

  @Override
  public boolean willDecode(String text) {
    return true;
  }

  /**
   * Reads a frame of {@code parley.v1}; empty if it is of a type that only a newer server would
   * know.
   */
  static Optional<Message> parley(String text) {
    Ref ref = null;
    try {
      JsonObject object = StrictJson.object(text);
      ref = ref(object);
      if (!(object.get("type") instanceof JsonString type)) {
        throw new Refusal(Code.MALFORMED, "Expected a string as 'type'.");
      }
      Class<?> kind = KINDS.get(type.getString());
      if (kind == null) {
        return Optional.empty();
      }
      Shape.check(object, kind);
      return Optional.of(Json.JSONB.fromJson(text, FromClient.class));
    } catch (Refusal e) {
      return Optional.of(new Unreadable(ref, e.code(), e.getMessage()));
    } catch (JsonbException e) {
      // JSON-B wraps what a record's constructor throws
      return Optional.of(unreadable(ref, e));
    }
  }

  /**
   * Reads a frame of a client without subprotocol: any text is content, except an object with a
   * string as content.
   */
  static Plain plain(String text) {
    if (text.stripLeading().startsWith("{")) {
      try {
        JsonObject object = StrictJson.object(text);
        if (object.get("content") instanceof JsonString content) {
          String recipient =
              object.get("recipient") instanceof JsonString to ? to.getString() : null;
          return new Plain(content.getString(), recipient, null);
        }
      } catch (Refusal e) {
        // not JSON after all, so it is what the person wanted to say
        return new Plain(text, null, null);
      }
    }
    return new Plain(text, null, null);
  }

  private static Ref ref(JsonObject object) {
    try {
      return object.get("ref") instanceof JsonString text ? new Ref(text.getString()) : null;
    } catch (Refusal e) {
      // the kind's own reading says so, where it needs one
      return null;
    }
  }

  private static Unreadable unreadable(Ref ref, JsonbException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal bad) {
        return new Unreadable(ref, bad.code(), bad.getMessage());
      }
    }
    return new Unreadable(ref, Code.MALFORMED, "This frame's fields are not those of its type.");
  }
}
