package chat.parley.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them. */
final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h)");

  private Durations() {}

  /**
   * The duration that {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h} or an ISO-8601 form like
   * {@code PT10S} means.
   *
   * @throws RuntimeException if it means none
   */
  static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2)))
        : Duration.parse(text);
  }

  private static ChronoUnit unit(String letters) {
    return switch (letters) {
      case "ms" -> ChronoUnit.MILLIS;
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      default -> ChronoUnit.HOURS;
    };
  }
}
