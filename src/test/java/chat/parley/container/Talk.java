package chat.parley.container;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.TimeUnit;

/** Makes a deployment do all that leaves something behind. */
final class Talk {
  private Talk() {}

  /**
   * Opens a socket, hears the lobby, and leaves the socket open: the undeployment has to close it.
   */
  static void in(URI page) throws Exception {
    AwaitedFrame reset = new AwaitedFrame("reset");
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("parley.v1")
            .buildAsync(URI.create(page.resolve("ws").toString().replace("http:", "ws:")), reset)
            .get(10, TimeUnit.SECONDS);
    socket.sendText("{\"type\":\"resume\",\"positions\":[]}", true).get(10, TimeUnit.SECONDS);
    reset.text.get(10, TimeUnit.SECONDS);
  }
}
