package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;

/**
 * Somebody who has read a room so far.
 *
 * @param mark the seq of the last entry that they have read; 0 for none
 * @param since the seq of the entry by which they came into the room: what was there before is
 *     read, also in threads; 0 if they have been in it from the beginning
 */
public record Reader(PersonId person, RoomId room, long mark, long since) {}
