package chat.parley.endpoint;

import chat.parley.web.Sentence;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers whoever comes to the socket's address without a WebSocket: 426. A handshake never gets as
 * far.
 */
@WebServlet("/ws")
@SuppressWarnings("serial") // no container stores servlets
public class NotWebSocket extends HttpServlet {
  /** For the container. */
  public NotWebSocket() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Upgrade", "websocket");
    // Payara takes the header above for an upgrade that it has made, and then never ends the answer
    response.setHeader("Connection", "close");
    Sentence.answer(
        request, response, 426, "This address speaks WebSocket only; the page is one level up.");
  }
}
