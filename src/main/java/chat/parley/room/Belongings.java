package chat.parley.room;

import chat.parley.message.FromServer;
import chat.parley.message.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which rooms each person is in, and which they are invited to: as far as is stored, for any
 * thread; and how many they are in at the end of the log, for the committer's thread alone, which
 * is also the only one to change anything once the rooms are there.
 */
final class Belongings {
  private final Map<PersonId, Set<Room>> joined = new ConcurrentHashMap<>();
  private final Map<PersonId, Set<Room>> invited = new ConcurrentHashMap<>();

  /** By how many more rooms somebody is in one than is stored. */
  private final Map<PersonId, Integer> entered = new HashMap<>();

  /** The rooms somebody is in, in no order. */
  Stream<Room> rooms(PersonId person) {
    return joined.getOrDefault(person, Set.of()).stream();
  }

  /** The rooms somebody is invited to, in no order. */
  Stream<Room> invitations(PersonId person) {
    return invited.getOrDefault(person, Set.of()).stream();
  }

  /** How somebody is told what they are invited to. */
  FromServer.Invitations toldInvitations(PersonId person, Directory directory) {
    List<FromServer.Invited> open =
        invitations(person).flatMap(room -> room.invitation(person).stream()).toList();
    return new FromServer.Invitations(
        open.stream()
            .map(FromServer.Invited::by)
            .distinct()
            .flatMap(id -> directory.person(id).stream())
            .toList(),
        open);
  }

  /** The rooms somebody has joined, at the end of the log. Conversations don't count. */
  long latestCount(PersonId person) {
    return rooms(person).filter(room -> !room.kind().isFixed()).count()
        + entered.getOrDefault(person, 0);
  }

  /** Somebody is in so many more rooms, if what was entered is stored. */
  void enter(PersonId person, int more) {
    entered.merge(person, more, Integer::sum);
  }

  /** What was entered is stored, and noted; or it was not stored. */
  void clear() {
    entered.clear();
  }

  /** This was somebody's place in a room when the rooms began. */
  void recall(PersonId person, Room room, Place place) {
    put(place.isMember() ? joined : invited, person, room, true);
  }

  /** This is somebody's place in a room now, as is stored; none if it is empty. */
  void note(PersonId person, Room room, Optional<Place> place) {
    put(joined, person, room, place.filter(Place::isMember).isPresent());
    put(invited, person, room, place.filter(it -> !it.isMember()).isPresent());
  }

  private static void put(
      Map<PersonId, Set<Room>> index, PersonId person, Room room, boolean isThere) {
    index.compute(
        person,
        (id, rooms) -> {
          Set<Room> some = rooms == null ? ConcurrentHashMap.newKeySet() : rooms;
          if (isThere) {
            some.add(room);
          } else {
            some.remove(room);
          }
          return some.isEmpty() ? null : some;
        });
  }
}
