package chat.parley.config;

/**
 * One thing that an administrator may set.
 *
 * @param key its name, {@code parley.…}
 * @param initial the text that counts where nobody sets one; for {@code parley.home} words, as it
 *     depends on the context path
 * @param kind what it may be
 * @param meaning what it does, in words for the documentation
 */
record Setting<T>(String key, String initial, Kind<T> kind, String meaning) {}
