package chat.parley.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The tutorial's message, for connections without subprotocol.
 *
 * @param content what is said
 * @param recipient whom it is for, {@code @ann}; null for everyone in the lobby
 * @param sender the name of who said it; null for a notice of the server, and on the way in
 */
@JsonbPropertyOrder({"content", "recipient", "sender"})
public record Plain(String content, String recipient, String sender) implements Message {
  /** A notice of the server. */
  public static Plain notice(String content) {
    return new Plain(content, null, null);
  }
}
