package chat.parley.boot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Tomcat, as {@code 11.0.27}.
 *
 * @param major 11 in 11.0.27
 * @param minor 0 in 11.0.27
 * @param patch 27 in 11.0.27
 */
record TomcatVersion(int major, int minor, int patch) {
  private static final Pattern SERVER_INFO =
      Pattern.compile("Apache Tomcat/(\\d+)\\.(\\d+)\\.(\\d+).*");

  /** The version that a container names in its server info; empty if that isn't Tomcat. */
  static Optional<TomcatVersion> in(String serverInfo) {
    Matcher matcher = SERVER_INFO.matcher(serverInfo);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new TomcatVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))));
  }

  /** Whether its WebSocket code has the holes that were closed in 10.1.61 and 11.0.27. */
  boolean isVulnerable() {
    return switch (major) {
      case 10 -> minor < 1 || minor == 1 && patch < 61;
      case 11 -> minor == 0 && patch < 27;
      default -> major < 10;
    };
  }

  /** A sentence for the one who runs it. */
  String warning() {
    return "Tomcat %d.%d.%d has known holes in its WebSocket code. Update to 10.1.61, 11.0.27 or later."
        .formatted(major, minor, patch);
  }
}
