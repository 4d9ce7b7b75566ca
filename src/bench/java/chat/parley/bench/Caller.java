package chat.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One client that says something and waits for the answer. It gives no sign of life besides, so a
 * server ends it when it has said nothing for long. For one thread.
 */
final class Caller implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final String welcome;
  private final String lobby;

  private Caller(int port) throws IOException, InterruptedException {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("parley.v1")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), new Listener())
            .join();
    welcome = await("\"type\":\"welcome\"");
    lobby = call(Dialect.RESUME, "\"type\":\"reset\"");
  }

  /** Connects to a port of 127.0.0.1 and hears the lobby when it returns. */
  static Caller open(int port) throws IOException, InterruptedException {
    try {
      return new Caller(port);
    } catch (CompletionException e) {
      throw new IOException("no connection: " + e.getCause().getMessage(), e);
    }
  }

  /** The frame with which the server began. */
  String welcome() {
    return welcome;
  }

  /** The frame that told the lobby. */
  String lobby() {
    return lobby;
  }

  /** Says this, and waits for the first frame that holds this part. */
  String call(String frame, String part) throws IOException, InterruptedException {
    say(frame);
    return await(part);
  }

  /** Joins a room, and waits for the frame that tells it. */
  String join(String room) throws IOException, InterruptedException {
    return call(Dialect.join(room), "\"name\":\"" + room + "\"");
  }

  void say(String frame) throws IOException {
    try {
      socket.sendText(frame, true).join();
    } catch (CompletionException e) {
      throw new IOException("the connection is gone: " + e.getCause().getMessage(), e);
    }
  }

  /**
   * The first frame from now on that holds this part.
   *
   * @throws IOException if the server refuses something before, or is silent for long
   */
  String await(String part) throws IOException, InterruptedException {
    for (String frame = next(); frame != null; frame = next()) {
      if (frame.contains("\"type\":\"refused\"")) {
        throw new IOException("refused: " + frame);
      }
      if (frame.contains(part)) {
        return frame;
      }
    }
    throw new IOException("no answer with " + part);
  }

  private String next() throws InterruptedException {
    return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        heard.add(parts.toString());
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
