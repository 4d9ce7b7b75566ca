package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to open a WebSocket, of which each line can be chosen.
 *
 * @param base the page of a deployment
 * @param target what stands in the request line
 * @param headers by name, sent as they are
 * @param receiveBuffer bytes that the kernel takes unread; 0 leaves it the choice
 */
public record Handshake(URI base, String target, Map<String, String> headers, int receiveBuffer) {
  private static final String PROTOCOL = "Sec-WebSocket-Protocol";
  private static final int TIMEOUT = 10_000;

  /** A good request without subprotocol, origin or cookie. */
  static Handshake to(URI base) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", base.getRawAuthority());
    headers.put("Connection", "Upgrade");
    headers.put("Upgrade", "websocket");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    return new Handshake(base, base.getRawPath() + "ws", headers, 0);
  }

  /** A good request for the full protocol. */
  public static Handshake parley(URI base) {
    return to(base).offering("parley.v1");
  }

  Handshake offering(String subprotocols) {
    return with(PROTOCOL, subprotocols);
  }

  Handshake from(String origin) {
    return with("Origin", origin);
  }

  public Handshake as(Guest guest) {
    return with("Cookie", guest.cookie());
  }

  Handshake with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Handshake(base, target, more, receiveBuffer);
  }

  /** Asks for another path below the context path, written as it is to be sent. */
  Handshake at(String path) {
    return new Handshake(base, base.getRawPath() + path, headers, receiveBuffer);
  }

  Handshake receiving(int bytes) {
    return new Handshake(base, target, headers, bytes);
  }

  /** Opens the socket; fails if the server doesn't. */
  Wire open() {
    Answer answer = send();
    assertEquals(101, answer.status(), "the handshake was refused");
    return answer.wire().orElseThrow();
  }

  /** The status alone; a socket that it opened is closed again. */
  int status() {
    Answer answer = send();
    answer.wire().ifPresent(Wire::close);
    return answer.status();
  }

  public Answer send() {
    try {
      Socket socket = new Socket();
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), TIMEOUT);
      socket.setSoTimeout(TIMEOUT);
      socket.getOutputStream().write(request().getBytes(ISO_8859_1));
      Answer answer = Answer.of(head(socket.getInputStream()), socket);
      if (answer.wire().isEmpty()) {
        socket.close();
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to the handshake", e);
    }
  }

  private String request() {
    StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    return request.append("\r\n").toString();
  }

  /** Reads byte by byte up to the empty line: what follows belongs to the frames. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int seen = 0;
    while (seen < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException(
            "the server ended the connection after: " + head.toString(ISO_8859_1));
      }
      head.write(next);
      seen = next == "\r\n\r\n".charAt(seen) ? seen + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }
}
