package chat.parley.web;

/**
 * The answer of {@code health/live} and {@code health/ready}.
 *
 * @param ok whether all is well
 * @param text why it isn't; null if it is
 */
public record Health(boolean ok, String text) {}
