package chat.parley.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * What each message of a load begins with: {@code ^T} and, in 16 hex digits, the {@link
 * System#nanoTime} at which the message was due. A message sent late is thereby a slow one, and
 * marks are found however a server packs its frames. No server takes it for something else, such as
 * somebody's name.
 */
final class Mark {
  /** Bytes of a mark. */
  static final int LENGTH = 18;

  private static final HexFormat HEX = HexFormat.of();
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long CARETS = EACH * '^';
  private static final long HIGH_BITS = EACH * 0x80;

  private Mark() {}

  static String of(long due) {
    return "^T" + HEX.toHexDigits(due);
  }

  /**
   * The first place in {@code [from, to)} where {@code ^T} stands with room for the digits, or -1.
   */
  static int find(byte[] bytes, int from, int to) {
    int last = to - LENGTH;
    int at = from;
    while ((at = caret(bytes, at, last)) >= 0) {
      if (bytes[at + 1] == 'T') {
        return at;
      }
      at++;
    }
    return -1;
  }

  /** The nanosecond of the mark at {@code at}, or -1 if no 16 lower-case hex digits stand there. */
  static long due(byte[] bytes, int at) {
    long value = 0;
    for (int i = at + 2; i < at + LENGTH; i++) {
      int digit = digit(bytes[i]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Looks at eight bytes at a time: a byte of {@code odd} is 0 where a caret stands. */
  private static int caret(byte[] bytes, int from, int last) {
    int at = from;
    for (; at <= last - 8; at += 8) {
      long odd = (long) LONGS.get(bytes, at) ^ CARETS;
      long hits = (odd - EACH) & ~odd & HIGH_BITS;
      if (hits != 0) {
        return at + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
    }
    for (; at <= last; at++) {
      if (bytes[at] == '^') {
        return at;
      }
    }
    return -1;
  }

  private static int digit(byte letter) {
    if (letter >= '0' && letter <= '9') {
      return letter - '0';
    }
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
