package chat.parley.message;

/**
 * A frame that is none of {@code parley.v1}.
 *
 * @param ref the ref of what was meant, where one could be read; else null
 * @param code what the sender is told
 * @param reason the same as a sentence
 */
public record Unreadable(Ref ref, Code code, String reason) implements Message {}
