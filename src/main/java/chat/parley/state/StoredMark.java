package chat.parley.state;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;

/** A mark as the database keeps it. */
public record StoredMark(PersonId person, RoomId room, ReadMark mark) {}
