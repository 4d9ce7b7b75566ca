package chat.parley.log;

import chat.parley.message.RoomId;

/**
 * The replies to a message.
 *
 * @param room where
 * @param root the message's seq
 */
public record ThreadId(RoomId room, long root) {}
