package chat.parley.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the container shows, by web.xml, when nobody else has answered: a plain sentence, and
 * nothing of an exception.
 */
@WebServlet("/error")
@SuppressWarnings("serial") // no container stores servlets
public class ErrorServlet extends HttpServlet {
  /** For the container. */
  public ErrorServlet() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    Sentence.answer(request, response, status, sentence(status));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 401 -> "Sign in first.";
      case 403 -> "You may not do this.";
      case 404 -> "There is nothing here.";
      case 405 -> "This can't be done here.";
      default ->
          status < 500
              ? "This request can't be understood."
              : "The server could not do this, for no fault of yours.";
    };
  }
}
