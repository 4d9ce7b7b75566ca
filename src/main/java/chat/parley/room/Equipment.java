package chat.parley.room;

import chat.parley.log.Store;
import chat.parley.wire.Encoded;
import java.util.concurrent.Executor;

/**
 * What every room works with.
 *
 * @param store holds what was said
 * @param directory knows the people
 * @param connections knows who is connected
 * @param passes runs the rooms' passes
 * @param readers threads that may wait for the store
 * @param newcomers takes who is told a room from a new beginning on
 * @param encoded frames of what is told to many who come back
 * @param limit rooms that somebody may join; 0 is no limit
 */
public record Equipment(
    Store store,
    Directory directory,
    Connections connections,
    Executor passes,
    Executor readers,
    Newcomers newcomers,
    Encoded encoded,
    int limit) {}
