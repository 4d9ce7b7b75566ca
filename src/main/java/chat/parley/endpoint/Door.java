package chat.parley.endpoint;

import chat.parley.message.Person;
import chat.parley.people.Guest;
import chat.parley.people.People;
import chat.parley.web.Arrival;
import chat.parley.web.Forwarded;
import chat.parley.web.GuestCookie;
import chat.parley.web.Sentence;
import chat.parley.web.Sparing;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where every WebSocket handshake is judged, by whichever spelling of the URL it comes: lets it in
 * or not, and finds out who it is. Behind it the handshake's principal is a {@link Visitor}.
 * web.xml puts it before the container's own filter. Thread-safe.
 */
@SuppressWarnings("serial") // no container stores filters
public class Door extends HttpFilter {
  private static final System.Logger LOG = System.getLogger(Door.class.getName());

  private final Sparing refused = new Sparing(Duration.ofSeconds(5), System::nanoTime);

  @Inject private Admission admission;
  @Inject private Forwarded forwarded;
  @Inject private People people;

  /** For the container. */
  public Door() {}

  Door(Admission admission, Forwarded forwarded, People people) {
    this.admission = admission;
    this.forwarded = forwarded;
    this.people = people;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isHandshake(request)) {
      chain.doFilter(request, response);
      return;
    }
    Arrival arrival = forwarded.arrival(request);
    List<String> origin = all(request, "Origin");
    Optional<Admission.Rejection> rejection =
        admission.judge(origin, all(request, "Sec-WebSocket-Protocol"), arrival);
    if (rejection.isPresent()) {
      turnAway(rejection.get(), request, response);
      return;
    }
    Person person =
        admission.isAnybody(origin, arrival)
            ? people.welcome().person()
            : recognise(request, arrival, response);
    chain.doFilter(new Announced(request, new Visitor(person, arrival.address())), response);
  }

  /**
   * Other protocols are upgraded to as well: the JDK's HTTP client offers h2c on plain requests.
   */
  private static boolean isHandshake(HttpServletRequest request) {
    return all(request, "Upgrade").stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .anyMatch(protocol -> protocol.strip().equalsIgnoreCase("websocket"));
  }

  private void turnAway(
      Admission.Rejection rejection, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refused
        .due()
        .ifPresent(
            unsaid ->
                LOG.log(
                    Level.WARNING,
                    "Refused a socket: "
                        + rejection.text()
                        + (unsaid == 0 ? "" : " (" + unsaid + " more before this)")));
    Sentence.answer(request, response, rejection.status(), rejection.text());
  }

  private Person recognise(
      HttpServletRequest request, Arrival arrival, HttpServletResponse response) {
    Principal principal = request.getUserPrincipal();
    if (principal != null) {
      return people.known(principal.getName());
    }
    Guest guest = GuestCookie.read(request).map(people::welcome).orElseGet(people::welcome);
    GuestCookie.keep(guest.pass(), request, arrival, response);
    return guest.person();
  }

  private static List<String> all(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }

  /** The handshake with who is behind it. */
  private static final class Announced extends HttpServletRequestWrapper {
    private final Visitor visitor;

    Announced(HttpServletRequest request, Visitor visitor) {
      super(request);
      this.visitor = visitor;
    }

    @Override
    public Principal getUserPrincipal() {
      return visitor;
    }
  }
}
