package chat.parley.room;

import chat.parley.log.Change;
import chat.parley.log.Inbox;
import chat.parley.log.Work;
import chat.parley.message.Code;
import chat.parley.message.FromServer;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All rooms, by id, by name and by person. Everyone is in {@code #lobby}. A room is there once it
 * is asked for: what refers to it is stored after it, or fails with it. Who is in a room is an
 * entry of the room, and so is who is invited.
 *
 * <p>Thread-safe. Rooms are made under the lock of this, and found without; the lock of the {@link
 * Inbox} is taken after this one.
 */
public final class Rooms {
  /** Rooms that there may be: all are in memory. */
  static final int MAX_ROOMS = 100_000;

  private static final Name LOBBY = new Name("lobby");

  private final Equipment equipment;
  private final Inbox inbox;
  private final Map<RoomId, Room> byId = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<String, Room> byName = new ConcurrentSkipListMap<>();
  private final Map<String, Room> byOrigin = new ConcurrentHashMap<>();
  private final Map<Set<PersonId>, Room> byPeople = new ConcurrentHashMap<>();
  private final Belongings belongings = new Belongings();
  private final Room lobby;

  /**
   * Begins with the rooms that are stored, and stores the lobby if it is not among them.
   *
   * @param equipment what every room works with
   * @param inbox takes what is to be stored
   * @param stored {@link RoomTable#all}
   */
  public Rooms(Equipment equipment, Inbox inbox, List<StoredRoom> stored) {
    this.equipment = equipment;
    this.inbox = inbox;
    stored.stream().filter(room -> !isLobby(room)).forEach(this::recall);
    this.lobby =
        stored.stream()
            .filter(Rooms::isLobby)
            .findFirst()
            .map(room -> Room.lobby(room, belongings, equipment))
            .orElseGet(this::firstLobby);
    know(lobby);
  }

  private static boolean isLobby(StoredRoom room) {
    return room.name() != null && room.name().key().equals(LOBBY.key());
  }

  private void recall(StoredRoom stored) {
    Room room = Room.of(stored, belongings, equipment);
    know(room);
    stored.places().forEach((person, place) -> belongings.recall(person, room, place));
    stored.people().forEach(person -> belongings.recall(person, room, Place.FOR_EVER));
  }

  private Room firstLobby() {
    Room room =
        Room.lobby(StoredRoom.named(RoomId.random(), LOBBY, Traits.NONE), belongings, equipment);
    Change first = connection -> RoomTable.insert(connection, room);
    if (!inbox.append(List.of(first))) {
      throw new IllegalStateException("The lobby can't be stored: nothing is, any more.");
    }
    return room;
  }

  private void know(Room room) {
    byId.put(room.id(), room);
    byOrigin.put(room.id().origin(), room);
    room.name().ifPresent(name -> byName.put(name.key(), room));
    if (room.kind().isFixed()) {
      byPeople.put(room.people(), room);
    }
  }

  /** The room that everyone is in. */
  public Room lobby() {
    return lobby;
  }

  /** The rooms a person is in, as far as is stored, the lobby first. */
  public List<Room> of(PersonId person) {
    return Stream.concat(Stream.of(lobby), belongings.rooms(person)).toList();
  }

  /** Who was told which room from a new beginning on since this was last asked. */
  public Set<Newcomer> newcomers() {
    return equipment.newcomers().take();
  }

  /** How a person is told what they are invited to, as far as is stored. */
  public FromServer.Invitations invitations(PersonId person) {
    return belongings.toldInvitations(person, equipment.directory());
  }

  /** The room with this id, if this person may know of it. */
  public Optional<Room> find(RoomId id, PersonId person) {
    return Optional.ofNullable(byId.get(id)).filter(room -> room.isKnownTo(person));
  }

  /** Answers what is asked about more than one room. */
  public Porter porter() {
    return new Porter(this, equipment);
  }

  /** The public rooms, by name, after this one; all of them without one. */
  Stream<Room> named(Name after) {
    return (after == null ? byName : byName.tailMap(after.key(), false)).values().stream();
  }

  /** The public room with this name. */
  public Optional<Room> find(Name name) {
    return Optional.ofNullable(byName.get(name.key()));
  }

  /**
   * Has something stored that happens in the public room of this name, which is made if there is
   * none.
   *
   * @param person who asks for it
   * @param first what happens there
   * @throws Refusal if there are too many rooms, or if more waits to be stored than may; then
   *     nothing has changed
   */
  public void joinOrFound(PersonId person, Name name, Function<Room, Work> first) {
    Optional<Room> there = find(name);
    if (there.isPresent()) {
      append(List.of(first.apply(there.get())));
    } else {
      foundOrJoin(person, StoredRoom.named(RoomId.random(), name, Traits.NONE), first);
    }
  }

  private synchronized void foundOrJoin(
      PersonId person, StoredRoom stored, Function<Room, Work> first) {
    Optional<Room> there = find(stored.name());
    if (there.isPresent()) {
      append(List.of(first.apply(there.get())));
    } else {
      begin(person, stored, first);
    }
  }

  /**
   * Makes a public or private room, and has something stored that happens there. If there is a room
   * of this id, that was made when this was asked for before: it happens there.
   *
   * @param person who asks for it
   * @param first what happens there
   * @throws Refusal if the same origin is another room's, there is another room of its name or
   *     there are too many, or if more waits to be stored than may; then nothing has changed
   */
  public synchronized void found(PersonId person, StoredRoom stored, Function<Room, Work> first) {
    Room before = byOrigin.get(stored.id().origin());
    if (before != null) {
      requireSame(before, stored);
      append(List.of(first.apply(before)));
      return;
    }
    if (stored.name() != null && find(stored.name()).isPresent()) {
      throw new Refusal(Code.NAME_TAKEN, "There is a room #" + stored.name() + " already.");
    }
    begin(person, stored, first);
  }

  private static void requireSame(Room before, StoredRoom stored) {
    if (!before.id().equals(stored.id())) {
      throw new Refusal(Code.REF_REUSED, "This ref was used for another room.");
    }
  }

  private void begin(PersonId person, StoredRoom stored, Function<Room, Work> first) {
    if (equipment.limit() > 0
        && belongings.rooms(person).filter(room -> !room.kind().isFixed()).count()
            >= equipment.limit()) {
      throw Rules.tooManyRooms(equipment.limit());
    }
    requireSpace();
    Room room = Room.of(stored, belongings, equipment);
    append(List.of(new Founding(this, room), first.apply(room)));
    know(room);
  }

  /**
   * The conversation or group of these people, made if there is none. Both, or all, hear it from
   * when it is stored.
   *
   * @throws Refusal if there are too many rooms, or if more waits to be stored than may; then
   *     nothing has changed
   */
  public Room among(Set<PersonId> people) {
    Room there = byPeople.get(people);
    return there == null ? begin(people) : there;
  }

  private synchronized Room begin(Set<PersonId> people) {
    Room there = byPeople.get(people);
    if (there != null) {
      return there;
    }
    requireSpace();
    Room room = Room.of(StoredRoom.among(people), belongings, equipment);
    append(List.of(new Founding(this, room)));
    know(room);
    return room;
  }

  private void requireSpace() {
    if (byId.size() >= MAX_ROOMS) {
      throw new Refusal(Code.TOO_MANY_ROOMS, "This server has no room for another room.");
    }
  }

  private void append(List<Work> work) {
    if (!inbox.append(work)) {
      throw NotStored.busy();
    }
  }

  /** This room is stored. */
  void founded(Room room) {
    if (room.kind().isFixed()) {
      room.begin();
    }
  }

  /** This room could not be stored, nor can anything that refers to it. */
  synchronized void forget(Room room) {
    byId.remove(room.id());
    byOrigin.remove(room.id().origin(), room);
    room.name().ifPresent(name -> byName.remove(name.key(), room));
    byPeople.remove(room.people(), room);
  }

  /** Lets every room say who came and went. To be called once a second. */
  public void beat() {
    byId.values().forEach(Room::beat);
  }
}
