package chat.parley.room;

import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.util.Set;

/**
 * A room as the database keeps it.
 *
 * @param id what it is for ever
 * @param name its name; null for a conversation of two
 * @param pair who a conversation is between, one or two; empty for other rooms
 * @param members who has joined or opened it
 */
public record StoredRoom(RoomId id, Name name, Set<PersonId> pair, Set<PersonId> members) {
  /** A fresh public room that nobody is in. */
  static StoredRoom named(Name name) {
    return new StoredRoom(RoomId.random(), name, Set.of(), Set.of());
  }

  /** A fresh conversation of these that nobody has opened. */
  static StoredRoom direct(Set<PersonId> pair) {
    return new StoredRoom(RoomId.random(), null, pair, Set.of());
  }
}
