package chat.parley.room;

import chat.parley.log.Store;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** All rooms, by id, by name and by person. Everyone is in {@code #lobby}. Thread-safe. */
public final class Rooms {
  /** Rooms that there may be: they live in memory. */
  static final int MAX_ROOMS = 100_000;

  private final Store store;
  private final Directory directory;
  private final Executor passes;
  private final Map<RoomId, Room> byId = new ConcurrentHashMap<>();
  private final Map<String, Room> byName = new ConcurrentHashMap<>();
  private final Map<Set<PersonId>, Room> byPair = new ConcurrentHashMap<>();
  private final Map<PersonId, Set<Room>> byPerson = new ConcurrentHashMap<>();
  private final Room lobby;

  /**
   * Begins with the lobby alone.
   *
   * @param passes runs the rooms' passes
   */
  public Rooms(Store store, Directory directory, Executor passes) {
    this.store = store;
    this.directory = directory;
    this.passes = passes;
    this.lobby = known(Room.lobby(new Name("lobby"), store, directory, passes));
    byName.put(lobby.name().orElseThrow().key(), lobby);
  }

  /** The room that everyone is in. */
  public Room lobby() {
    return lobby;
  }

  /** The rooms a person is in, the lobby first. */
  public List<Room> of(PersonId person) {
    return Stream.concat(Stream.of(lobby), byPerson.getOrDefault(person, Set.of()).stream())
        .toList();
  }

  /** The room with this id, if this person may know of it. */
  public Optional<Room> find(RoomId id, PersonId person) {
    return Optional.ofNullable(byId.get(id)).filter(room -> room.isKnownTo(person));
  }

  /** The public room with this name. */
  public Optional<Room> find(Name name) {
    return Optional.ofNullable(byName.get(name.key()));
  }

  /**
   * Puts a person into the public room of this name, which is made if there is none.
   *
   * @param limit how many rooms they may be in; 0 is no limit
   * @return the room; empty if that would be one too many
   */
  public Optional<Room> join(PersonId person, Name name, int limit) {
    if (name.key().equals(lobby.name().orElseThrow().key())) {
      return Optional.of(lobby);
    }
    Room[] joined = new Room[1];
    byPerson.compute(
        person,
        (id, rooms) -> {
          Set<Room> mine = rooms == null ? ConcurrentHashMap.newKeySet() : rooms;
          joined[0] = find(name).filter(mine::contains).orElse(null);
          if (joined[0] == null && (limit == 0 || joined(mine) < limit)) {
            joined[0] = named(name).orElse(null);
          }
          if (joined[0] != null) {
            joined[0].add(person);
            mine.add(joined[0]);
          }
          return mine;
        });
    return Optional.ofNullable(joined[0]);
  }

  /** How many rooms they joined themselves; conversations that others opened don't count. */
  private static long joined(Set<Room> rooms) {
    return rooms.stream().filter(room -> room.name().isPresent()).count();
  }

  private Optional<Room> named(Name name) {
    if (byId.size() >= MAX_ROOMS && !byName.containsKey(name.key())) {
      return Optional.empty();
    }
    return Optional.of(
        byName.computeIfAbsent(
            name.key(), key -> known(Room.named(name, store, directory, passes))));
  }

  /** Takes a person out of a room; the lobby is never left. */
  public boolean leave(PersonId person, Room room) {
    Set<Room> mine = byPerson.get(person);
    boolean left = mine != null && mine.remove(room);
    if (left) {
      room.remove(person);
    }
    return left;
  }

  /**
   * The conversation of two people, or of one with themselves, made if there is none; empty if
   * there are too many rooms.
   */
  public Optional<Room> direct(PersonId one, PersonId other) {
    Set<PersonId> pair = one.equals(other) ? Set.of(one) : Set.of(one, other);
    if (byId.size() >= MAX_ROOMS && !byPair.containsKey(pair)) {
      return Optional.empty();
    }
    return Optional.of(
        byPair.computeIfAbsent(pair, key -> known(Room.direct(key, store, directory, passes))));
  }

  /**
   * Puts a conversation among the rooms of one of its people.
   *
   * @return whether it was not there before
   */
  public boolean open(PersonId person, Room direct) {
    direct.add(person);
    return byPerson.computeIfAbsent(person, id -> ConcurrentHashMap.newKeySet()).add(direct);
  }

  /** Lets every room say who came and went. To be called once a second. */
  public void beat() {
    byId.values().forEach(Room::beat);
  }

  private Room known(Room room) {
    byId.put(room.id(), room);
    return room;
  }
}
