package chat.parley.room;

import chat.parley.message.PersonId;

/** Somebody who has been told a room from a new beginning on, as when they come into it. */
public record Newcomer(PersonId person, Room room) {}
