package chat.parley.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** WebSocket frames (RFC 6455, section 5.2), as far as a client of these servers needs them. */
final class Frame {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private Frame() {}

  /** One whole masked frame, ready to be written; the payload must have fewer than 65,536 bytes. */
  static ByteBuffer masked(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) (FINAL | opcode));
    if (payload.length < 126) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
    }
    int key = ThreadLocalRandom.current().nextInt();
    frame.putInt(key);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ key >>> 24 - 8 * (i & 3)));
    }
    return frame.flip();
  }

  /** One text frame of each of these, in order, ready to be written. */
  static ByteBuffer masked(List<String> texts) {
    List<ByteBuffer> frames =
        texts.stream().map(text -> masked(TEXT, text.getBytes(StandardCharsets.UTF_8))).toList();
    if (frames.size() == 1) {
      return frames.get(0);
    }
    ByteBuffer all = ByteBuffer.allocate(frames.stream().mapToInt(ByteBuffer::remaining).sum());
    frames.forEach(all::put);
    return all.flip();
  }

  /** Whether the frame at {@code at} is the last one, or the only one, of its message. */
  static boolean isFinal(byte[] bytes, int at) {
    return (bytes[at] & FINAL) != 0;
  }

  static int opcode(byte[] bytes, int at) {
    return bytes[at] & 15;
  }

  /**
   * Bytes before the payload of the frame that begins at {@code at}, or 0 if they aren't all there.
   */
  static int header(byte[] bytes, int at, int to) {
    if (to - at < 2) {
      return 0;
    }
    int length = bytes[at + 1] & 127;
    int header = length < 126 ? 2 : length == 126 ? 4 : 10;
    return to - at < header ? 0 : header;
  }

  /** Bytes of the payload of the frame at {@code at}, whose header is all there. */
  static long length(byte[] bytes, int at) {
    int length = bytes[at + 1] & 127;
    if (length < 126) {
      return length;
    }
    return length == 126 ? number(bytes, at + 2, 2) : number(bytes, at + 2, 8);
  }

  private static long number(byte[] bytes, int at, int size) {
    long value = 0;
    for (int i = at; i < at + size; i++) {
      value = value << 8 | bytes[i] & 255;
    }
    return value;
  }
}
