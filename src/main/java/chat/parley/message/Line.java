package chat.parley.message;

import java.text.Normalizer;

/** Checks a text that is shown on one line. */
final class Line {
  private Line() {}

  /**
   * The text without white space around it.
   *
   * @param what how the refusal calls it
   * @throws Refusal if it is longer than so many code points, or holds a control or half a pair
   */
  static String of(String text, int max, String what) {
    if (text.length() > 4 * max) {
      throw tooLong(max, what);
    }
    String line = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (line.codePointCount(0, line.length()) > max) {
      throw tooLong(max, what);
    }
    if (!line.codePoints().allMatch(Line::isAllowed)) {
      throw new Refusal(Code.MALFORMED, what + " is one line of text.");
    }
    return line;
  }

  private static Refusal tooLong(int max, String what) {
    return new Refusal(Code.TOO_LONG, what + " may have at most " + max + " characters.");
  }

  private static boolean isAllowed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
