package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A plain client on the JDK's own WebSocket, which shares no line with {@link Wire}. */
final class JdkClient implements AutoCloseable, WebSocket.Listener {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  private JdkClient(URI base) {
    URI address = URI.create("ws" + base.resolve("ws").toString().substring("http".length()));
    socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
  }

  static JdkClient in(URI base) {
    return new JdkClient(base);
  }

  void say(String content) {
    socket.sendText(content, true).join();
  }

  /** Waits for a message of this content. */
  JsonObject await(String content) {
    Deadline deadline = Deadline.soon();
    try {
      String next = texts.poll(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
      while (next != null && !PlainClient.said(content).test(Json.object(next))) {
        next = texts.poll(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
      }
      return next == null ? fail("expected a message " + content) : Json.object(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      texts.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(5, TimeUnit.SECONDS).join();
  }
}
