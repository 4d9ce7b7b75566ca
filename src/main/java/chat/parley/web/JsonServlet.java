package chat.parley.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * A resource that speaks JSON. Refuses methods that it doesn't have (405) and, before a change,
 * what may come from another site's page (403); nothing of an exception reaches the client.
 */
@SuppressWarnings("serial") // no container stores servlets
public abstract class JsonServlet extends HttpServlet {
  private static final System.Logger LOG = System.getLogger(JsonServlet.class.getName());

  /** For the container. */
  protected JsonServlet() {}

  /** What GET answers, as a record. */
  protected abstract Object get(HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /** What PUT does and answers; a resource that doesn't have it leaves this as it is. */
  Object put(HttpServletRequest request, HttpServletResponse response) throws IOException, Refusal {
    throw methodNotAllowed(response);
  }

  /** What DELETE does and answers; a resource that doesn't have it leaves this as it is. */
  Object delete(HttpServletRequest request, HttpServletResponse response)
      throws IOException, Refusal {
    throw methodNotAllowed(response);
  }

  /** The methods there are, as in an Allow header. */
  String methods() {
    return "GET, HEAD";
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Object answer =
          switch (request.getMethod()) {
            case "GET", "HEAD" -> get(request, response);
            case "PUT" -> put(request, response);
            case "DELETE" -> delete(request, response);
            default -> throw methodNotAllowed(response);
          };
      Json.write(request, response, response.getStatus(), answer);
    } catch (Refusal refusal) {
      Json.write(
          request, response, refusal.status(), new Problem(refusal.code(), refusal.getMessage()));
    } catch (RuntimeException e) { // a mistake of ours: logged here, and told without a word of it
      LOG.log(Level.ERROR, "Failed: " + request.getMethod() + " " + request.getServletPath(), e);
      Json.write(
          request,
          response,
          500,
          new Problem("failed", "The server could not do this, for no fault of yours."));
    }
  }

  private Refusal methodNotAllowed(HttpServletResponse response) {
    response.setHeader("Allow", methods());
    return new Refusal(405, "method", "Only " + methods() + " can be used here.");
  }
}
