package chat.parley.web;

/**
 * The answer of {@code me}.
 *
 * @param person who you are; null if you haven't come in
 * @param notice a sentence for the people who run this server; null if there is none
 */
public record Me(Myself person, String notice) {
  /**
   * Who you are.
   *
   * @param id your id
   * @param name your name
   * @param guest whether you only chose that name
   */
  public record Myself(String id, String name, boolean guest) {}
}
