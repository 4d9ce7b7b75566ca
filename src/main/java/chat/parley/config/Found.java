package chat.parley.config;

/**
 * What a source holds for a key.
 *
 * @param text the value as it was written
 * @param where the place, in words that let an administrator find it
 */
record Found(String text, String where) {}
