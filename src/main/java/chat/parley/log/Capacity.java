package chat.parley.log;

/**
 * How much of all rooms' entries stays in memory.
 *
 * @param entries so many, at least 1
 * @param bytes and what they weigh together, about; of one that is heavier nothing stays
 */
public record Capacity(int entries, long bytes) {}
