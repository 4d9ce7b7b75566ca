package chat.parley.room;

import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import java.util.Map;
import java.util.Set;

/**
 * A room as the database keeps it.
 *
 * @param id what it is for ever
 * @param kind what sort of room it is
 * @param name its name, if it is public; else null
 * @param people who a conversation or a group is of; empty for other rooms
 * @param traits what can be set of it
 * @param places who is in a public or private room, or invited
 */
public record StoredRoom(
    RoomId id,
    RoomKind kind,
    Name name,
    Set<PersonId> people,
    Traits traits,
    Map<PersonId, Place> places) {
  /** A public room that is new. */
  public static StoredRoom named(RoomId id, Name name, Traits traits) {
    return new StoredRoom(id, RoomKind.PUBLIC, name, Set.of(), traits, Map.of());
  }

  /** A private room that is new. */
  public static StoredRoom hidden(RoomId id, Traits traits) {
    return new StoredRoom(id, RoomKind.PRIVATE, null, Set.of(), traits, Map.of());
  }

  /** A conversation or a group that is new. */
  static StoredRoom among(Set<PersonId> people) {
    RoomKind kind = people.size() > 2 ? RoomKind.GROUP : RoomKind.DIRECT;
    return new StoredRoom(RoomId.random(), kind, null, people, Traits.NONE, Map.of());
  }
}
