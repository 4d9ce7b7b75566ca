package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

/** What is told to a person is a sentence, and nothing of an exception. */
final class Sentences {
  private static final Pattern SENTENCE = Pattern.compile("[A-Z][^\\n]{5,200}\\.");
  private static final Pattern INNARDS =
      Pattern.compile("Exception|jakarta|java\\.|chat\\.parley|yasson|null");

  private Sentences() {}

  static void check(String text) {
    assertTrue(SENTENCE.matcher(text).matches(), () -> "not a sentence: " + text);
    assertTrue(!INNARDS.matcher(text).find(), () -> "tells of the server's innards: " + text);
  }
}
