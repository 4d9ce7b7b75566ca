package chat.parley.container;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Waits for the first frame that has a word in it, and for the code that ends the socket. */
final class AwaitedFrame implements WebSocket.Listener {
  final CompletableFuture<String> text = new CompletableFuture<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final String word;
  private final StringBuilder frame = new StringBuilder();

  AwaitedFrame(String word) {
    this.word = word;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    frame.append(data);
    if (last) {
      if (frame.indexOf(word) >= 0) {
        text.complete(frame.toString());
      }
      frame.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.completeExceptionally(error);
    text.completeExceptionally(error);
  }
}
