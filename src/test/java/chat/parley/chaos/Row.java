package chat.parley.chaos;

/**
 * An entry as the database holds it.
 *
 * @param text what it holds of the content; null for nothing
 */
record Row(int seq, String mark, String kind, String sender, String ref, String text) {}
