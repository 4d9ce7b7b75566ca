package chat.parley.wire;

import chat.parley.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects that travel in one text frame, encoded once and shared by everyone who is to hear them.
 * Immutable and thread-safe.
 *
 * <p>One object is a frame of its own; several are a JSON array. Frames can be joined without
 * looking into them.
 */
public final class Frame {
  /** Bytes that a joined frame has at most. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final MessageEncoder ENCODER = new MessageEncoder();

  private final String text;
  private final int objects;
  private final int bytes;

  private Frame(String text, int objects, int bytes) {
    this.text = text;
    this.objects = objects;
    this.bytes = bytes;
  }

  /** The frame of one message. */
  public static Frame of(Message message) {
    String text = ENCODER.encode(message);
    return new Frame(text, 1, utf8Length(text));
  }

  /** The frames of several messages, in order, as few as {@link #MAX_BYTES} allows. */
  public static List<Frame> of(List<? extends Message> messages) {
    List<Frame> frames = new ArrayList<>(messages.size());
    messages.forEach(message -> frames.add(of(message)));
    return joined(frames);
  }

  /** The same objects in the same order in as few frames as {@link #MAX_BYTES} allows. */
  public static List<Frame> joined(List<Frame> frames) {
    List<Frame> joined = new ArrayList<>();
    int from = 0;
    int bytes = 0;
    for (int i = 0; i < frames.size(); i++) {
      int more = frames.get(i).bytes + 1;
      if (i > from && bytes + more + 1 > MAX_BYTES) {
        joined.add(join(frames.subList(from, i)));
        from = i;
        bytes = 0;
      }
      bytes += more;
    }
    if (from < frames.size()) {
      joined.add(join(frames.subList(from, frames.size())));
    }
    return joined;
  }

  /** One frame of all these. */
  public static Frame join(List<Frame> frames) {
    if (frames.size() == 1) {
      return frames.get(0);
    }
    int bytes = 1;
    int objects = 0;
    for (Frame frame : frames) {
      objects += frame.objects;
      bytes += frame.inner() + 1;
    }
    StringBuilder text = new StringBuilder(bytes).append('[');
    for (Frame frame : frames) {
      if (text.length() > 1) {
        text.append(',');
      }
      int edge = frame.objects > 1 ? 1 : 0;
      text.append(frame.text, edge, frame.text.length() - edge);
    }
    return new Frame(text.append(']').toString(), objects, bytes);
  }

  private int inner() {
    return objects > 1 ? bytes - 2 : bytes;
  }

  /** The whole frame as it is sent. */
  public String text() {
    return text;
  }

  /** How many bytes of UTF-8 it is. */
  public int bytes() {
    return bytes;
  }

  /** How many objects it holds. */
  public int objects() {
    return objects;
  }

  /** How many bytes of UTF-8 a text is, without encoding it. */
  public static int utf8Length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        bytes += Character.isSurrogate(c) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }
}
