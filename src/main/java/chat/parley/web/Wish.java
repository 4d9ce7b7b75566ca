package chat.parley.web;

/**
 * The body of {@code PUT me}.
 *
 * @param name the name that somebody would like to have; null if the body has none
 */
public record Wish(String name) {}
