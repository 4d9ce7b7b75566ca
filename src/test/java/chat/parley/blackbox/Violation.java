package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A frame that RFC 6455 forbids a client to send. */
public enum Violation {
  /** A text frame without a mask (5.1). */
  UNMASKED(Frames.unmasked(Frames.FIN | Frames.TEXT, "{\"type\":\"ping\"}".getBytes(UTF_8))),
  /** A length of 64 bits with the highest bit set (5.2): once an endless loop in a container. */
  NEGATIVE_LENGTH(
      Frames.bytes(0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4)),
  /** An opcode that means nothing (5.2). */
  RESERVED_OPCODE(Frames.masked(Frames.FIN | 3, new byte[0])),
  /** A reserved bit without an extension that gives it a meaning (5.2). */
  RESERVED_BIT(Frames.masked(Frames.FIN | 0x40 | Frames.TEXT, "x".getBytes(UTF_8))),
  /** A ping of more than 125 bytes (5.5). */
  LONG_PING(Frames.masked(Frames.FIN | Frames.PING, new byte[126])),
  /** A ping in two fragments (5.5). */
  FRAGMENTED_PING(Frames.masked(Frames.PING, new byte[1])),
  /** A continuation of nothing (5.4). */
  LONE_CONTINUATION(Frames.masked(Frames.FIN | Frames.CONTINUATION, "x".getBytes(UTF_8)));

  private final byte[] frame;

  Violation(byte[] frame) {
    this.frame = frame;
  }

  /** The bytes that a client sends. */
  byte[] frame() {
    return frame.clone();
  }
}
