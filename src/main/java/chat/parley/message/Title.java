package chat.parley.message;

/**
 * What a room is called where it is shown, apart from its name.
 *
 * @param text one line, at most {@value #MAX} code points; empty for none
 */
public record Title(String text) {
  /** Code points that a title has at most. */
  public static final int MAX = 80;

  /** No title. */
  public static final Title NONE = new Title("");

  /**
   * @throws Refusal if the text can't be one
   */
  public Title {
    text = Line.of(text, MAX, "A title");
  }

  @Override
  public String toString() {
    return text;
  }
}
