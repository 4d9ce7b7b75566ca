package chat.parley.wire;

import chat.parley.message.Message;
import chat.parley.message.Plain;
import java.util.Optional;

/**
 * A text frame as it came. How it is to be read depends on the connection's format, which a decoder
 * can't know.
 *
 * @param text the whole frame
 */
public record Received(String text) {
  /**
   * What it says in {@code parley.v1}: a kind of {@code FromClient} or {@code Unreadable}; empty
   * for an unknown type, which is ignored.
   */
  public Optional<Message> parley() {
    return MessageDecoder.parley(text);
  }

  /** What it says in the tutorial's format. */
  public Plain plain() {
    return MessageDecoder.plain(text);
  }
}
