package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;

/**
 * Somebody who has read a room so far.
 *
 * @param mark the seq of the last entry that they have read; 0 for none
 */
public record Reader(PersonId person, RoomId room, long mark) {}
