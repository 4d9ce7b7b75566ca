package chat.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * Where bytes are read to: one for all connections, since each is dealt with at once.
 * Single-threaded.
 */
final class Arrivals {
  private static final int READ = 1 << 18;

  private final ByteBuffer socket = ByteBuffer.allocateDirect(READ);
  private byte[] bytes = new byte[READ];

  /**
   * Puts the rest of an earlier read, then what the channel has now, into {@link #bytes}.
   *
   * @return how many bytes there are, or -1 if the channel has ended
   */
  int read(SocketChannel channel, byte[] rest) throws IOException {
    int more = channel.read(socket.clear());
    if (more < 0) {
      return -1;
    }
    int length = rest.length + more;
    if (bytes.length < length) {
      bytes = new byte[length * 2];
    }
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    socket.flip().get(bytes, rest.length, more);
    return length;
  }

  /** What was read; good until the next read. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * The bytes {@code [from, to)} for the next read, in {@code old} if it happens to have the size.
   */
  byte[] keep(byte[] old, int from, int to) {
    if (old.length == to - from) {
      System.arraycopy(bytes, from, old, 0, old.length);
      return old;
    }
    return Arrays.copyOfRange(bytes, from, to);
  }
}
