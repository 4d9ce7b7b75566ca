package chat.parley.container;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a deployment do all that leaves something behind. */
final class Talk {
  private Talk() {}

  /**
   * Opens a socket, hears the lobby, and leaves the socket open: the undeployment has to close it.
   */
  static void in(URI page) throws Exception {
    AwaitedFrame reset = new AwaitedFrame("reset");
    WebSocket socket = open(HttpClient.newHttpClient(), page, reset);
    socket.sendText("{\"type\":\"resume\",\"positions\":[]}", true).get(10, TimeUnit.SECONDS);
    reset.text.get(10, TimeUnit.SECONDS);
  }

  /** Opens so many sockets, and closes them when all are open. */
  static void crowd(URI page, int size) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sockets.add(open(client, page, new WebSocket.Listener() {}));
    }
    sockets.forEach(WebSocket::abort);
  }

  private static WebSocket open(HttpClient client, URI page, WebSocket.Listener listener)
      throws Exception {
    return client
        .newWebSocketBuilder()
        .subprotocols("parley.v1")
        .buildAsync(URI.create(page.resolve("ws").toString().replace("http:", "ws:")), listener)
        .get(10, TimeUnit.SECONDS);
  }
}
