package chat.parley.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page comes from, as browsers say it: scheme, host and port, in lower case.
 *
 * @param scheme {@code http}, {@code https} or another
 * @param host a name, an IPv4 address or an IPv6 address in brackets
 * @param port the port, also where the text leaves it to the scheme; -1 if the scheme has none of
 *     its own
 */
public record Origin(String scheme, String host, int port) {
  private static final String HOST = "(\\[[0-9a-f:.]{2,45}\\]|[a-z0-9_.~-]{1,253})(?::(\\d{1,5}))?";
  private static final Pattern ORIGIN = Pattern.compile("([a-z][a-z0-9+.-]{0,31})://" + HOST);
  private static final Pattern AUTHORITY = Pattern.compile(HOST);

  /**
   * The origin that this text is: nothing but scheme, host and perhaps port. Empty for all else,
   * {@code null} too.
   */
  public static Optional<Origin> of(String text) {
    Matcher matcher = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? of(matcher.group(1), matcher.group(2), matcher.group(3))
        : Optional.empty();
  }

  /** The origin of this scheme at what a Host header holds. */
  public static Optional<Origin> at(String scheme, String authority) {
    Matcher matcher = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
    return matcher.matches() ? of(scheme, matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  private static Optional<Origin> of(String scheme, String host, String port) {
    int number = port == null ? usualPort(scheme) : Integer.parseInt(port);
    return number > 65535 ? Optional.empty() : Optional.of(new Origin(scheme, host, number));
  }

  private static int usualPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      default -> -1;
    };
  }

  /** As a browser writes it: without the port that the scheme means anyway. */
  @Override
  public String toString() {
    return scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port);
  }
}
