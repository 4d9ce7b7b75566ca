package chat.parley.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a setting's text may be, and the value it stands for.
 *
 * @param expected the allowed texts in words, to follow "expected"
 * @param parse the value of a text; throws some RuntimeException for one that isn't allowed
 */
record Kind<T>(String expected, Function<String, T> parse) {

  static Kind<Integer> whole(int least, int most) {
    return new Kind<>(
        "a whole number from " + least + " to " + most,
        text -> between(least, Integer.valueOf(text), most));
  }

  /** A whole number that may also be 0, which means no limit. */
  static Kind<Integer> limit(int least, int most) {
    return new Kind<>(
        "0 for no limit, or a whole number from " + least + " to " + most,
        text -> Integer.parseInt(text) == 0 ? 0 : between(least, Integer.valueOf(text), most));
  }

  /** A decimal number that may also be 0, which means no limit. */
  static Kind<Double> rate(String least, String most) {
    return new Kind<>(
        "0 for no limit, or a number from " + least + " to " + most,
        text -> {
          BigDecimal number = new BigDecimal(text);
          return number.signum() == 0
              ? 0
              : between(new BigDecimal(least), number, new BigDecimal(most)).doubleValue();
        });
  }

  static Kind<Duration> duration(String least, String most) {
    return new Kind<>(
        "a time from " + least + " to " + most + ", written like 500ms, 10s, 2m or PT10S",
        text -> between(Durations.parse(least), Durations.parse(text), Durations.parse(most)));
  }

  static Kind<List<String>> list(String expected, Function<String, String> each) {
    return new Kind<>(
        expected + ", with commas between",
        text ->
            Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .map(each)
                .toList());
  }

  static Kind<List<String>> origins() {
    return list(
        "origins like https://chat.example.org:8443 without a path, or null, or *",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "*", "null" -> text.toLowerCase(Locale.ROOT);
              default -> Origin.of(text).orElseThrow().toString();
            });
  }

  static Kind<List<String>> blocks() {
    return list(
        "IP addresses or blocks like 10.0.0.0/8 or fd00::/8",
        text -> Block.of(text).orElseThrow().toString());
  }

  static Kind<String> text(String expected) {
    return new Kind<>(expected, text -> text);
  }

  static Kind<String> postgres() {
    return new Kind<>(
        "a JDBC URL like jdbc:postgresql://host:5432/parley",
        text -> {
          if (!text.isEmpty() && !text.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException();
          }
          return text;
        });
  }

  /** A folder; {@code ~/} at the beginning is the home of the user who runs the server. */
  static Kind<Path> folder() {
    return new Kind<>(
        "an absolute path, or one that begins with ~/",
        text -> {
          Path path =
              text.startsWith("~/")
                  ? Path.of(System.getProperty("user.home"), text.substring(2))
                  : Path.of(text);
          if (!path.isAbsolute()) {
            throw new IllegalArgumentException();
          }
          return path.normalize();
        });
  }

  private static <C extends Comparable<C>> C between(C least, C value, C most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException();
    }
    return value;
  }
}
