package chat.parley.bench;

import java.util.Arrays;

/** The pieces of a message that a server cut into several frames, joined. Single-threaded. */
final class Fragments {
  private byte[] bytes = new byte[0];
  private int length;

  boolean isEmpty() {
    return length == 0;
  }

  void add(byte[] from, int start, int end) {
    int more = end - start;
    if (bytes.length < length + more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
    System.arraycopy(from, start, bytes, length, more);
    length += more;
  }

  void clear() {
    length = 0;
  }

  /** What was added since the last clearing, and rubbish behind it. */
  byte[] bytes() {
    return bytes;
  }

  /** Bytes that were added. */
  int length() {
    return length;
  }
}
