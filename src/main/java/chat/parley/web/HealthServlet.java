package chat.parley.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Whether the process answers ({@code live}), and whether it takes messages ({@code ready}, else
 * 503).
 */
@WebServlet({"/health/live", "/health/ready"})
@SuppressWarnings("serial") // no container stores servlets
public class HealthServlet extends JsonServlet {
  @Inject @Any private Instance<Readiness> parts;

  /** For the container. */
  public HealthServlet() {}

  @Override
  protected Object get(HttpServletRequest request, HttpServletResponse response) {
    if (request.getServletPath().equals("/health/live")) {
      return new Health(true, null);
    }
    Optional<String> trouble = parts.stream().flatMap(part -> part.trouble().stream()).findFirst();
    if (trouble.isPresent()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
    return new Health(trouble.isEmpty(), trouble.orElse(null));
  }
}
