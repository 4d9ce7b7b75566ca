package chat.parley.wire;

import chat.parley.message.Message;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Frames of messages that are told again and again: thousands who come back at once missed the
 * same. So many bytes are kept; what has not been told for longest goes first. Thread-safe.
 */
public final class Encoded {
  private final int capacity;
  private final Map<Message, Frame> frames = new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;

  /**
   * Keeps nothing yet.
   *
   * @param capacity bytes of UTF-8 that are kept, at most
   */
  public Encoded(int capacity) {
    this.capacity = capacity;
  }

  /** The frame of a message. */
  public Frame of(Message message) {
    Frame known = known(message);
    if (known != null) {
      return known;
    }
    Frame frame = Frame.of(message);
    keep(message, frame);
    return frame;
  }

  private synchronized Frame known(Message message) {
    return frames.get(message);
  }

  private synchronized void keep(Message message, Frame frame) {
    if (frames.put(message, frame) == null) {
      bytes += frame.bytes();
    }
    for (Iterator<Frame> oldest = frames.values().iterator(); bytes > capacity; ) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  /** How many bytes are kept. */
  synchronized int bytes() {
    return bytes;
  }
}
