package chat.parley.endpoint;

import chat.parley.web.Forwarded;
import chat.parley.web.JsonServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says whether a socket would be let in, and why not: a browser tells a page nothing of a handshake
 * that was refused.
 */
@WebServlet("/check")
@SuppressWarnings("serial") // no container stores servlets
public class CheckServlet extends JsonServlet {
  @Inject private Admission admission;
  @Inject private Forwarded forwarded;

  /** For the container. */
  public CheckServlet() {}

  CheckServlet(Admission admission, Forwarded forwarded) {
    this.admission = admission;
    this.forwarded = forwarded;
  }

  /**
   * The answer.
   *
   * @param ok whether a socket would be let in
   * @param code why not, for programs; null if it would
   * @param text why not, for people; null if it would
   */
  public record Answer(boolean ok, String code, String text) {}

  @Override
  protected Object get(HttpServletRequest request, HttpServletResponse response) {
    List<String> origin = Stream.ofNullable(request.getParameter("origin")).toList();
    Optional<Admission.Rejection> rejection =
        admission.judge(origin, List.of(), forwarded.arrival(request));
    return rejection
        .map(it -> new Answer(false, it.code(), it.text()))
        .orElseGet(() -> new Answer(true, null, null));
  }
}
