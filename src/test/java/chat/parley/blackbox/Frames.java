package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** WebSocket frames as bytes, good ones and bad ones. */
final class Frames {
  static final int FIN = 0x80;
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int MASKED = 0x80;
  private static final int LENGTH_OF_16_BITS = 126;
  private static final int LENGTH_OF_64_BITS = 127;

  private Frames() {}

  static byte[] text(String text) {
    return masked(FIN | TEXT, text.getBytes(UTF_8));
  }

  static byte[] close(int code) {
    return masked(FIN | CLOSE, bytes(code >> 8, code));
  }

  /**
   * A frame as a client has to send it; the first byte holds FIN, the reserved bits and the opcode.
   */
  static byte[] masked(int first, byte[] payload) {
    byte[] mask = ByteBuffer.allocate(4).putInt(ThreadLocalRandom.current().nextInt()).array();
    byte[] hidden = payload.clone();
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] ^= mask[i % 4];
    }
    ByteBuffer frame = header(first, MASKED, payload.length).put(mask).put(hidden).flip();
    return remaining(frame);
  }

  /** A frame that only a server may send. */
  static byte[] unmasked(int first, byte[] payload) {
    return remaining(header(first, 0, payload.length).put(payload).flip());
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static ByteBuffer header(int first, int masked, int length) {
    ByteBuffer header = ByteBuffer.allocate(14 + length).put((byte) first);
    if (length < LENGTH_OF_16_BITS) {
      return header.put((byte) (masked | length));
    }
    if (length < 1 << 16) {
      return header.put((byte) (masked | LENGTH_OF_16_BITS)).putShort((short) length);
    }
    return header.put((byte) (masked | LENGTH_OF_64_BITS)).putLong(length);
  }

  private static byte[] remaining(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
