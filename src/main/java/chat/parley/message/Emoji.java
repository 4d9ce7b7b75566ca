package chat.parley.message;

/**
 * What somebody reacts with: an emoji as Unicode has it, or any other short sign.
 *
 * @param text 1–{@value #MAX} code points, none of them a space, a control, or half a pair
 */
public record Emoji(String text) {
  /** Code points that an emoji has at most; families and flags are made of many. */
  public static final int MAX = 16;

  /**
   * @throws Refusal if the text can't be one
   */
  public Emoji {
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > MAX || !text.codePoints().allMatch(Emoji::isAllowed)) {
      throw new Refusal(
          Code.BAD_EMOJI, "An emoji is one sign of at most " + MAX + " code points, no spaces.");
    }
  }

  private static boolean isAllowed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
