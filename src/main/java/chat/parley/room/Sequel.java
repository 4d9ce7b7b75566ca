package chat.parley.room;

import java.util.function.Consumer;

/**
 * What follows when it is known whether a joining, leaving or opening is stored. Run by the
 * committer's thread, or at once by whoever asks for what is so already; must not block or throw.
 *
 * @param stored it is so, for good, in this room
 * @param failed it could not be stored, and is as if it had not been asked for
 */
public record Sequel(Consumer<Room> stored, Runnable failed) {}
