package chat.parley.wire;

import chat.parley.message.Message;
import jakarta.websocket.Encoder;

/** Writes a message as one JSON object; null fields are left out. Thread-safe. */
public final class MessageEncoder implements Encoder.Text<Message> {
  @Override
  public String encode(Message message) {
    return Json.JSONB.toJson(message);
  }
}
