package chat.parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * One WebSocket connection of a load over a raw non-blocking socket. Used by the generator's thread
 * alone.
 *
 * <p>It opens itself step by step whenever its socket is ready: TCP, the upgrade, then whatever
 * frames its script demands before all is heard. From then on it passes what it hears to the tally.
 */
final class Peer {
  /** Bytes of a frame at most, in either direction; more ends the connection. */
  private static final int MAX_FRAME = 1 << 20;

  /** Frames that wait because the server doesn't read; more ends the connection. */
  private static final int MAX_UNSENT = 10_000;

  /** Connections from one loopback address; below the number of ports that one address has. */
  private static final int PER_ADDRESS = 20_000;

  private static final byte[] NOTHING = {};

  private enum State {
    CONNECTING,
    UPGRADING,
    ENTERING,
    HEARING,
    GONE
  }

  private final int number;
  private final int port;
  private final Script script;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
  private final Fragments fragments = new Fragments();
  private State state = State.CONNECTING;
  private byte[] rest = NOTHING;
  private String end = "";

  /**
   * Begins to connect to this port of 127.0.0.1; {@code number} counts the peers of a load and
   * chooses the address.
   */
  Peer(int number, int port, Script script, Selector selector) throws IOException {
    this.number = number;
    this.port = port;
    this.script = script;
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (number >= PER_ADDRESS) {
      channel.bind(new InetSocketAddress("127.0.0." + (1 + number / PER_ADDRESS), 0));
    }
    key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    channel.connect(new InetSocketAddress("127.0.0.1", port));
  }

  /** Which of a load's it is, from 0. */
  int number() {
    return number;
  }

  /** Whether the upgrade was answered. */
  boolean isAccepted() {
    return state.compareTo(State.UPGRADING) > 0;
  }

  /** Says this as a sign of life, if it is open yet. */
  void sign(String text) {
    if (isAccepted()) {
      say(text);
    }
  }

  boolean hears() {
    return state == State.HEARING;
  }

  boolean gone() {
    return state == State.GONE;
  }

  /** Why the connection ended; empty while it hasn't. */
  String end() {
    return end;
  }

  /** Does what the socket is ready for. */
  void proceed(Arrivals arrivals, Tally tally) {
    try {
      if (key.isValid() && key.isConnectable()) {
        channel.finishConnect();
        upgrade();
      }
      if (key.isValid() && key.isWritable()) {
        flush();
      }
      if (key.isValid() && key.isReadable()) {
        read(arrivals, tally);
      }
    } catch (IOException e) {
      // The server closed or refused the connection: that is one of the figures.
      end(e.getMessage());
    }
  }

  /** Sends one text frame, or keeps it until the socket takes it. */
  void say(String text) {
    say(List.of(text));
  }

  /** Sends a text frame of each by one write, or keeps what the socket doesn't take. */
  void say(List<String> texts) {
    if (state == State.GONE) {
      return;
    }
    try {
      send(Frame.masked(texts));
    } catch (IOException e) {
      end(e.getMessage());
    }
  }

  /** Says goodbye without waiting for an answer. */
  void close() {
    if (state == State.GONE) {
      return;
    }
    try {
      send(Frame.masked(Frame.CLOSE, new byte[] {3, (byte) 232}));
    } catch (IOException e) {
      end(e.getMessage());
    }
    end("closed here");
  }

  private void upgrade() throws IOException {
    state = State.UPGRADING;
    key.interestOps(SelectionKey.OP_READ);
    String request =
        "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(port)
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            + script.header()
            + "\r\n";
    send(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
  }

  private void send(ByteBuffer bytes) throws IOException {
    if (unsent.isEmpty()) {
      channel.write(bytes);
    }
    if (!bytes.hasRemaining()) {
      return;
    }
    if (unsent.size() == MAX_UNSENT) {
      throw new IOException("the server takes no more bytes");
    }
    unsent.add(bytes);
    key.interestOpsOr(SelectionKey.OP_WRITE);
  }

  private void flush() throws IOException {
    while (!unsent.isEmpty()) {
      channel.write(unsent.peek());
      if (unsent.peek().hasRemaining()) {
        return;
      }
      unsent.remove();
    }
    key.interestOpsAnd(~SelectionKey.OP_WRITE);
  }

  private void read(Arrivals arrivals, Tally tally) throws IOException {
    int length = arrivals.read(channel, rest);
    if (length < 0) {
      end("closed without a word");
      return;
    }
    byte[] bytes = arrivals.bytes();
    int at = state == State.UPGRADING ? upgraded(bytes, length) : 0;
    if (state != State.UPGRADING) {
      at = frames(bytes, at, length, tally);
    }
    if (length - at > MAX_FRAME) {
      throw new IOException("a frame of more than %,d bytes".formatted(MAX_FRAME));
    }
    rest = arrivals.keep(rest, at, length);
  }

  /**
   * Reads the answer to the upgrade and says where the first frame begins; 0 while the answer isn't
   * all there.
   */
  private int upgraded(byte[] bytes, int length) throws IOException {
    String answer = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int blank = answer.indexOf("\r\n\r\n");
    if (blank < 0) {
      return 0;
    }
    if (!answer.startsWith("HTTP/1.1 101")) {
      throw new IOException("the upgrade was answered " + answer.lines().findFirst().orElse(""));
    }
    script.accepted(answer.substring(0, blank));
    state = script.isEntered() ? State.HEARING : State.ENTERING;
    return blank + 4;
  }

  /** Takes all whole frames and says where the first incomplete one begins. */
  private int frames(byte[] bytes, int from, int to, Tally tally) throws IOException {
    long now = System.nanoTime();
    int at = from;
    while (state != State.GONE) {
      int header = Frame.header(bytes, at, to);
      if (header == 0 || Frame.length(bytes, at) > to - at - header) {
        return at;
      }
      int payload = at + header;
      int next = payload + (int) Frame.length(bytes, at);
      int opcode = Frame.opcode(bytes, at);
      if (opcode == Frame.TEXT || opcode == Frame.CONTINUATION) {
        fragment(Frame.isFinal(bytes, at), bytes, payload, next, now, tally);
      } else {
        control(opcode, bytes, payload, next);
      }
      at = next;
    }
    return to;
  }

  private void fragment(boolean last, byte[] bytes, int from, int to, long now, Tally tally)
      throws IOException {
    if (last && fragments.isEmpty()) {
      text(bytes, from, to, now, tally);
      return;
    }
    fragments.add(bytes, from, to);
    if (fragments.length() > MAX_FRAME) {
      throw new IOException("a message of more than %,d bytes".formatted(MAX_FRAME));
    }
    if (last) {
      text(fragments.bytes(), 0, fragments.length(), now, tally);
      fragments.clear();
    }
  }

  private void control(int opcode, byte[] bytes, int from, int to) throws IOException {
    switch (opcode) {
      case Frame.PING -> send(Frame.masked(Frame.PONG, Arrays.copyOfRange(bytes, from, to)));
      case Frame.CLOSE -> end("close frame " + closing(bytes, from, to));
      default -> throw new IOException("opcode " + opcode);
    }
  }

  private void text(byte[] bytes, int from, int to, long now, Tally tally) {
    if (state == State.HEARING) {
      tally.frame(bytes, from, to, now);
      return;
    }
    String frame = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    List<String> answers = script.answer(frame);
    if (!answers.isEmpty()) {
      say(answers);
    }
    if (state == State.ENTERING && script.isEntered()) {
      state = State.HEARING;
    }
  }

  private static String closing(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return "without a code";
    }
    int code = (bytes[from] & 255) << 8 | bytes[from + 1] & 255;
    return code + " " + new String(bytes, from + 2, to - from - 2, StandardCharsets.UTF_8);
  }

  private void end(String reason) {
    state = State.GONE;
    end = String.valueOf(reason);
    rest = NOTHING;
    unsent.clear();
    try {
      channel.close();
    } catch (IOException e) {
      end += ", and " + e.getMessage();
    }
  }
}
