package chat.parley.client;

import chat.parley.message.Code;
import chat.parley.message.Refusal;

/** What can be said. */
final class Content {
  private Content() {}

  /**
   * @param max Unicode code points; 0 is no limit
   * @throws Refusal if the text is too long, shows nothing, or is not Unicode
   */
  static void check(String text, int max) {
    int length = text.codePointCount(0, text.length());
    if (max > 0 && length > max) {
      throw new Refusal(
          Code.TOO_LONG,
          "A message may have at most " + max + " characters; this one has " + length + ".");
    }
    checkUnicode("A message", text);
    if (text.codePoints().noneMatch(Content::isVisible)) {
      throw new Refusal(Code.EMPTY, "A message needs something to see.");
    }
  }

  /**
   * @param what is checked, as a sentence begins with it
   * @throws Refusal if a database can't hold the text
   */
  static void checkUnicode(String what, String text) {
    if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
      throw new Refusal(
          Code.MALFORMED, what + " can't hold the character NUL or half of a surrogate pair.");
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
