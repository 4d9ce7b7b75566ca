package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One WebSocket connection on a bare socket: it can do what browsers can't, and it reads only while
 * a test asks for something. Sending blocks while the server takes nothing; whatever happens, the
 * socket is closed after a quarter of an hour. Single-threaded.
 */
public final class Wire implements AutoCloseable {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final ScheduledExecutorService REAPER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "blackbox-reaper");
            thread.setDaemon(true);
            return thread;
          });

  private final Socket socket;
  private final FrameReader frames;
  private final Future<?> reaping;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private Optional<Signal.Closed> closed = Optional.empty();

  Wire(Socket socket) {
    this.socket = socket;
    this.frames = new FrameReader(socket);
    this.reaping = REAPER.schedule(this::cut, LIFE.toSeconds(), TimeUnit.SECONDS);
  }

  public void text(String text) {
    send(Frames.text(text));
  }

  /** Sends these bytes as they are. */
  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the server takes no more", e);
    }
  }

  /** Sends as many of these bytes as the server takes before it cuts the connection. */
  void sendWhileTaken(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // The server may cut a connection while too much is still on its way: what it said is to be
      // read.
    }
  }

  /**
   * What comes next, or empty when nothing came in time; after the end, the end again. Pings and
   * the server's close are answered.
   */
  public Optional<Signal> next(Deadline deadline) {
    while (closed.isEmpty()) {
      Optional<Frame> frame = frames.next(deadline);
      if (frame.isEmpty() && !frames.ended()) {
        return Optional.empty();
      }
      Optional<Signal> signal = frame.map(this::read).orElseGet(() -> Optional.of(end(1006, "")));
      if (signal.isPresent()) {
        return signal;
      }
    }
    return closed.map(end -> end);
  }

  /**
   * The next frame as it came, answered by nothing; empty when none came in time or the connection
   * ended.
   */
  Optional<Frame> frame(Deadline deadline) {
    return frames.next(deadline);
  }

  /** Reads up to the end of the connection, whatever comes before. */
  Signal.Closed awaitClose(Deadline deadline) {
    Optional<Signal> signal = next(deadline);
    while (signal.isPresent() && closed.isEmpty()) {
      signal = next(deadline);
    }
    return closed.orElseGet(() -> fail("the server has not closed the connection"));
  }

  /** Bytes that the server's frames took so far. */
  long bytesRead() {
    return frames.total();
  }

  /** Ends the sending half, as a peer does whose program has died. */
  void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Resets the connection, without a word. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    cut();
  }

  /** Closes politely, where the server still listens. */
  @Override
  public void close() {
    if (closed.isEmpty() && !socket.isClosed()) {
      sendWhileTaken(Frames.close(1000));
      Deadline deadline = Deadline.in(FAREWELL);
      while (next(deadline).isPresent() && closed.isEmpty()) {
        // What was under way is of no interest any more.
      }
    }
    cut();
  }

  /** Closes the socket at once, without a close frame. */
  public void cut() {
    reaping.cancel(false);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Signal> read(Frame frame) {
    return switch (frame.opcode()) {
      case Frames.TEXT, Frames.CONTINUATION -> part(frame);
      case Frames.PING -> {
        sendWhileTaken(Frames.masked(Frames.FIN | Frames.PONG, frame.payload()));
        yield Optional.empty();
      }
      case Frames.PONG -> Optional.empty();
      case Frames.CLOSE -> {
        sendWhileTaken(Frames.masked(Frames.FIN | Frames.CLOSE, frame.payload()));
        yield Optional.of(closeOf(frame.payload()));
      }
      default -> fail("a frame with opcode " + frame.opcode());
    };
  }

  private Optional<Signal> part(Frame frame) {
    assertEquals(frame.opcode() == Frames.TEXT, message.size() == 0, "fragments out of order");
    message.writeBytes(frame.payload());
    if (!frame.last()) {
      return Optional.empty();
    }
    byte[] whole = message.toByteArray();
    message.reset();
    return Optional.of(new Signal.Text(decode(whole)));
  }

  private Signal.Closed closeOf(byte[] payload) {
    if (payload.length < 2) {
      return end(1005, "");
    }
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    int code = bytes.getShort() & 0xffff;
    return end(code, new String(payload, 2, payload.length - 2, UTF_8));
  }

  private Signal.Closed end(int code, String reason) {
    Signal.Closed end = new Signal.Closed(code, reason);
    closed = Optional.of(end);
    return end;
  }

  private static String decode(byte[] text) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      return fail("the server sent a text that is not UTF-8", e);
    }
  }
}
