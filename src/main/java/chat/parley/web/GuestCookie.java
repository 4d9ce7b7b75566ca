package chat.parley.web;

import chat.parley.people.GuestPass;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie in which a guest's browser keeps the pass; no script can read it, and no other site's
 * request brings it.
 */
public final class GuestCookie {
  private static final String NAME = "parley_guest";

  /** As long as browsers allow. */
  private static final Duration AGE = Duration.ofDays(400);

  private GuestCookie() {}

  /** The pass that the request brings. */
  public static Optional<GuestPass> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .flatMap(value -> GuestPass.read(value).stream())
        .findFirst();
  }

  /** Has the browser keep the pass, for this application alone. */
  public static void keep(
      GuestPass pass, HttpServletRequest request, Arrival arrival, HttpServletResponse response) {
    set(pass.text(), AGE, request, arrival, response);
  }

  /** Has the browser forget the pass that it keeps for this application. */
  static void expire(HttpServletRequest request, Arrival arrival, HttpServletResponse response) {
    set("", Duration.ZERO, request, arrival, response);
  }

  private static void set(
      String value,
      Duration age,
      HttpServletRequest request,
      Arrival arrival,
      HttpServletResponse response) {
    String context = request.getServletContext().getContextPath();
    response.addHeader(
        "Set-Cookie",
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
            .formatted(
                NAME,
                value,
                context.isEmpty() ? "/" : context,
                age.toSeconds(),
                arrival.secure() ? "; Secure" : ""));
  }
}
