package chat.parley.room;

import chat.parley.log.Store;
import java.util.concurrent.Executor;

/**
 * What every room works with.
 *
 * @param store holds what was said
 * @param directory knows the people
 * @param passes runs the rooms' passes
 * @param readers threads that may wait for the store
 */
public record Equipment(Store store, Directory directory, Executor passes, Executor readers) {}
