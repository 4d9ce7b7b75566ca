package chat.parley.web;

import chat.parley.config.Home;
import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.people.Guest;
import chat.parley.people.GuestPass;
import chat.parley.people.People;
import chat.parley.people.SignedOut;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Who I am: {@code GET me}; {@code PUT me} to come in as a guest or to take another name; {@code
 * DELETE me} to sign out.
 */
@WebServlet("/me")
@SuppressWarnings("serial") // no container stores servlets
public class MeServlet extends JsonServlet {
  @Inject private People people;
  @Inject private Forwarded forwarded;
  @Inject private Origins origins;
  @Inject private Home home;
  @Inject private Event<SignedOut> signedOut;

  /** For the container. */
  public MeServlet() {}

  MeServlet(
      People people, Forwarded forwarded, Origins origins, Home home, Event<SignedOut> signedOut) {
    this.people = people;
    this.forwarded = forwarded;
    this.origins = origins;
    this.home = home;
    this.signedOut = signedOut;
  }

  @Override
  String methods() {
    return "GET, HEAD, PUT, DELETE";
  }

  @Override
  protected Object get(HttpServletRequest request, HttpServletResponse response) {
    Principal principal = request.getUserPrincipal();
    if (principal != null) {
      return me(people.known(principal.getName()));
    }
    Optional<Guest> guest = GuestCookie.read(request).map(people::welcome);
    guest.ifPresent(it -> keep(it.pass(), request, response));
    return guest.map(it -> me(it.person())).orElseGet(() -> new Me(null, notice()));
  }

  @Override
  Object put(HttpServletRequest request, HttpServletResponse response) throws IOException, Refusal {
    checkOrigin(request);
    Wish wish = Json.read(request, Wish.class);
    if (request.getUserPrincipal() != null) {
      throw new Refusal(
          403, "not_a_guest", "Your name comes from the account that you are signed in with.");
    }
    if (wish.name() == null) {
      throw new Refusal(
          400, "malformed", "The body must be an object with a name, like {\"name\":\"ann\"}.");
    }
    Name name = Name.of(wish.name().getString()).orElseThrow(MeServlet::badName);
    Guest guest = come(GuestCookie.read(request), name).orElseThrow(() -> taken(name));
    keep(guest.pass(), request, response);
    return me(guest.person());
  }

  @Override
  Object delete(HttpServletRequest request, HttpServletResponse response) throws Refusal {
    checkOrigin(request);
    Json.checkType(request);
    Principal principal = request.getUserPrincipal();
    Optional<Person> person =
        principal == null
            ? GuestCookie.read(request).flatMap(people::byPass)
            : Optional.of(people.known(principal.getName()));
    if (principal != null) {
      logOut(request);
    }
    GuestCookie.expire(request, forwarded.arrival(request), response);
    person.map(SignedOut::new).ifPresent(signedOut::fire);
    return new Me(null, notice());
  }

  private static void logOut(HttpServletRequest request) {
    try {
      request.logout();
    } catch (ServletException e) { // the container's login module failed: it says more in its log
      throw new IllegalStateException(e);
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private void checkOrigin(HttpServletRequest request) throws Refusal {
    List<String> origin = Collections.list(request.getHeaders("Origin"));
    switch (origins.standing(origin, forwarded.arrival(request))) {
      case NONE, OWN -> {}
      default ->
          throw new Refusal(
              403, "origin", "Only this server's own page may change something here.");
    }
  }

  private Optional<Guest> come(Optional<GuestPass> pass, Name name) {
    if (pass.isEmpty()) {
      return people.welcome(name);
    }
    Guest guest = people.welcome(pass.get());
    return people
        .rename(guest.person().id(), name)
        .map(person -> new Guest(person, new GuestPass(guest.pass().secret(), person.name())));
  }

  private void keep(GuestPass pass, HttpServletRequest request, HttpServletResponse response) {
    GuestCookie.keep(pass, request, forwarded.arrival(request), response);
  }

  private Me me(Person person) {
    return new Me(
        new Me.Myself(person.id().value(), person.name().text(), person.guest()), notice());
  }

  private String notice() {
    return home.problem().orElse(null);
  }

  private static Refusal badName() {
    return new Refusal(
        400,
        "bad_name",
        "A name has 1 to "
            + Name.MAX
            + " letters and digits, and - _ . after the first; it can't mix Latin, Greek and Cyrillic letters.");
  }

  private static Refusal taken(Name name) {
    return new Refusal(
        409, "name_taken", "The name " + name + " is, or was, somebody else's. Choose another.");
  }
}
