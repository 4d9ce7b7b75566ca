package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts the bytes of a socket into frames. It reads only when it is asked for a frame that isn't
 * there yet, and then at most 8 kB more than that frame: so a test decides how slowly a client
 * reads. Single-threaded.
 */
final class FrameReader {
  private static final int CHUNK = 8192;

  private final Socket socket;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int end;
  private boolean ended;
  private long total;

  FrameReader(Socket socket) {
    this.socket = socket;
  }

  /** The next frame, or empty when none came in time or the server has ended the connection. */
  Optional<Frame> next(Deadline deadline) {
    Optional<Frame> frame = cut();
    while (frame.isEmpty() && !ended && fill(deadline)) {
      frame = cut();
    }
    return frame;
  }

  /** Whether the server has ended the connection; frames may be left. */
  boolean ended() {
    return ended;
  }

  /** Bytes read so far, those of the handshake not counted. */
  long total() {
    return total;
  }

  private boolean fill(Deadline deadline) {
    byte[] chunk = new byte[CHUNK];
    try {
      socket.setSoTimeout((int) Math.max(1, deadline.left().toMillis()));
      int count = socket.getInputStream().read(chunk);
      ended = count < 0;
      append(chunk, Math.max(0, count));
      return true;
    } catch (SocketTimeoutException e) {
      return !deadline.passed();
    } catch (IOException e) {
      ended = true;
      return true;
    }
  }

  private void append(byte[] bytes, int count) {
    if (end + count > buffer.length) {
      int kept = end - start;
      buffer =
          Arrays.copyOfRange(buffer, start, start + Math.max(buffer.length, 2 * (kept + count)));
      start = 0;
      end = kept;
    }
    System.arraycopy(bytes, 0, buffer, end, count);
    end += count;
    total += count;
  }

  private Optional<Frame> cut() {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, start, end - start);
    if (bytes.remaining() < 2) {
      return Optional.empty();
    }
    int first = bytes.get() & 0xff;
    int second = bytes.get() & 0xff;
    assertEquals(0, first & 0x70, "a reserved bit is set in a frame from the server");
    assertEquals(0, second & 0x80, "a frame from the server is masked");
    int extended = second == 127 ? 8 : second == 126 ? 2 : 0;
    if (bytes.remaining() < extended) {
      return Optional.empty();
    }
    long length =
        extended == 8 ? bytes.getLong() : extended == 2 ? bytes.getShort() & 0xffff : second;
    if (bytes.remaining() < length) {
      return Optional.empty();
    }
    byte[] payload = new byte[(int) length];
    bytes.get(payload);
    start = bytes.position();
    return Optional.of(new Frame((first & Frames.FIN) != 0, first & 0x0f, payload));
  }
}
