package chat.parley.room;

import chat.parley.message.PersonId;
import chat.parley.message.RoomKind;

/** A room and the people, as the rules see them at one place of the room's order. */
interface Standing {
  /** What sort of room it is. */
  RoomKind kind();

  /** Whether everyone is in it, as in the lobby. */
  boolean isForEveryone();

  /** Whether nothing has happened there yet: whoever may know of it then is its founder. */
  boolean isNew();

  /** Whether nothing is written there any more. */
  boolean isArchived();

  /** What somebody is to the room. */
  Rank rank(PersonId person);

  /** Whether somebody may know that the room is there. */
  default boolean isKnownTo(PersonId person) {
    return kind() == RoomKind.PUBLIC || rank(person) != Rank.STRANGER;
  }

  /** Whether others are in the room, too. */
  boolean isSharedBy(PersonId person);

  /** Rooms that somebody has joined. */
  long joined(PersonId person);

  /** Rooms that somebody is invited to. */
  long invitations(PersonId person);

  /** Rooms that somebody may join; 0 is no limit. */
  int limit();
}
