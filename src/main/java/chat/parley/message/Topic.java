package chat.parley.message;

/**
 * What a room is about.
 *
 * @param text one line, at most {@value #MAX} code points; empty for none
 */
public record Topic(String text) {
  /** Code points that a topic has at most. */
  public static final int MAX = 250;

  /** No topic. */
  public static final Topic NONE = new Topic("");

  /**
   * @throws Refusal if the text can't be one
   */
  public Topic {
    text = Line.of(text, MAX, "A topic");
  }

  @Override
  public String toString() {
    return text;
  }
}
