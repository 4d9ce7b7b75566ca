package chat.parley.room;

import chat.parley.log.Change;
import chat.parley.log.Changes;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All rooms, by id, by name and by person. Everyone is in {@code #lobby}. Rooms and who is in them
 * last: nobody is told of a joining, leaving or opening before it is stored, but who has asked to
 * join may write at once, since what they write is stored after.
 *
 * <p>Thread-safe. All is written under the lock of this, and read without. Changes are appended
 * while it is held, so that they come in the order of what happened here, which touches only
 * memory; the locks of {@link Changes} and of {@link chat.parley.log.Store#end} are taken after
 * this one. What follows a change is run without it.
 */
public final class Rooms {
  /** Rooms that there may be: all are in memory. */
  static final int MAX_ROOMS = 100_000;

  private static final Name LOBBY = new Name("lobby");

  private final Equipment equipment;
  private final Changes changes;
  private final Map<RoomId, Room> byId = new ConcurrentHashMap<>();
  private final Map<String, Room> byName = new ConcurrentHashMap<>();
  private final Map<Set<PersonId>, Room> byPair = new ConcurrentHashMap<>();

  /** Where each person has a seat. */
  private final Map<PersonId, Set<Room>> byPerson = new ConcurrentHashMap<>();

  private final Room lobby;

  /**
   * Begins with the rooms that are stored, and stores the lobby if it is not among them.
   *
   * @param equipment what every room works with
   * @param changes takes what is to be stored
   * @param stored {@link RoomTable#all}
   */
  public Rooms(Equipment equipment, Changes changes, List<StoredRoom> stored) {
    this.equipment = equipment;
    this.changes = changes;
    stored.stream().filter(room -> !isLobby(room)).forEach(this::recall);
    this.lobby =
        stored.stream()
            .filter(Rooms::isLobby)
            .findFirst()
            .map(this::lobby)
            .orElseGet(this::firstLobby);
    know(lobby);
  }

  private static boolean isLobby(StoredRoom room) {
    return room.name() != null && room.name().key().equals(LOBBY.key());
  }

  private void recall(StoredRoom stored) {
    Room room = Room.of(stored, equipment);
    know(room);
    stored.members().forEach(person -> note(person, room));
  }

  private Room lobby(StoredRoom stored) {
    return Room.lobby(stored, equipment);
  }

  private Room firstLobby() {
    Room room = lobby(StoredRoom.named(LOBBY));
    if (!changes.append(connection -> RoomTable.insert(connection, room))) {
      throw new IllegalStateException("The lobby can't be stored: nothing is, any more.");
    }
    return room;
  }

  private void know(Room room) {
    byId.put(room.id(), room);
    room.name()
        .ifPresentOrElse(name -> byName.put(name.key(), room), () -> byPair.put(room.pair(), room));
  }

  private void note(PersonId person, Room room) {
    byPerson.computeIfAbsent(person, id -> ConcurrentHashMap.newKeySet()).add(room);
  }

  /** The room that everyone is in. */
  public Room lobby() {
    return lobby;
  }

  /** The rooms a person is in as far as is stored, the lobby first. */
  public List<Room> of(PersonId person) {
    return Stream.concat(Stream.of(lobby), seats(person).filter(room -> room.isIn(person)))
        .toList();
  }

  private Stream<Room> seats(PersonId person) {
    return byPerson.getOrDefault(person, Set.of()).stream();
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
   * @param sequel what follows when they are in, which may be at once
   * @return the room; empty if that would be one too many
   * @throws Refusal if more waits to be stored than may; then nothing has changed
   */
  public Optional<Room> join(PersonId person, Name name, int limit, Sequel sequel) {
    Optional<Room> joined = find(name).filter(room -> room.isSettledIn(person));
    joined.ifPresent(sequel.stored());
    return joined.isPresent() ? joined : moveIn(person, name, limit, sequel);
  }

  private synchronized Optional<Room> moveIn(PersonId person, Name name, int limit, Sequel sequel) {
    Optional<Room> there = find(name);
    boolean wanted = there.filter(room -> room.isWantedBy(person)).isPresent();
    if (!wanted && limit > 0 && joined(person) >= limit) {
      return Optional.empty();
    }
    if (there.isEmpty()) {
      return byId.size() < MAX_ROOMS ? Optional.of(found(person, name, sequel)) : there;
    }
    move(new Move(this, person, there.get(), Way.IN, sequel));
    return there;
  }

  /** How many rooms they joined themselves; conversations that others opened don't count. */
  private long joined(PersonId person) {
    return seats(person).filter(room -> room.name().isPresent() && room.isWantedBy(person)).count();
  }

  private Room found(PersonId person, Name name, Sequel sequel) {
    Room room = Room.of(StoredRoom.named(name), equipment);
    Move move = new Move(this, person, room, Way.IN, sequel);
    append(new FirstJoining(new Founding(this, room), move), move);
    know(room);
    return room;
  }

  private void move(Move move) {
    append(move, move);
  }

  /** The seat knows of the move before it can be stored. */
  private void append(Change change, Move move) {
    note(move.person(), move.room());
    Seat seat = move.room().seat(move.person());
    Move before = seat.ask(move);
    if (!changes.append(change)) {
      seat.ask(before);
      clear(move);
      throw NotStored.busy();
    }
  }

  /** This is stored. */
  synchronized void settle(Move move) {
    move.room().seat(move.person()).settle(move);
    clear(move);
  }

  /** This failed. */
  synchronized void drop(Move move) {
    move.room().seat(move.person()).drop(move);
    clear(move);
  }

  private void clear(Move move) {
    if (move.room().clear(move.person())) {
      byPerson.computeIfPresent(
          move.person(),
          (id, rooms) -> {
            rooms.remove(move.room());
            return rooms.isEmpty() ? null : rooms;
          });
    }
  }

  /** This room could not be stored, nor can anything that refers to it. */
  synchronized void forget(Room room) {
    byId.remove(room.id());
    room.name()
        .ifPresentOrElse(
            name -> byName.remove(name.key(), room), () -> byPair.remove(room.pair(), room));
  }

  /**
   * Takes a person out of a room; the lobby is never left.
   *
   * @param sequel what follows when they have left
   * @return whether they were in it
   * @throws Refusal if more waits to be stored than may; then nothing has changed
   */
  public synchronized boolean leave(PersonId person, Room room, Sequel sequel) {
    boolean leaves = room != lobby && room.isWantedBy(person);
    if (leaves) {
      move(new Move(this, person, room, Way.OUT, sequel));
    }
    return leaves;
  }

  /**
   * The conversation of two people, or of one with themselves, made if there is none; empty if
   * there are too many rooms.
   *
   * @throws Refusal if more waits to be stored than may; then nothing has changed
   */
  public Optional<Room> direct(PersonId one, PersonId other) {
    Set<PersonId> pair = one.equals(other) ? Set.of(one) : Set.of(one, other);
    Optional<Room> there = Optional.ofNullable(byPair.get(pair));
    return there.isPresent() ? there : begin(pair);
  }

  private synchronized Optional<Room> begin(Set<PersonId> pair) {
    Optional<Room> there = Optional.ofNullable(byPair.get(pair));
    if (there.isPresent() || byId.size() >= MAX_ROOMS) {
      return there;
    }
    Room room = Room.of(StoredRoom.direct(pair), equipment);
    if (!changes.append(new Founding(this, room))) {
      throw NotStored.busy();
    }
    know(room);
    return Optional.of(room);
  }

  /**
   * Puts a conversation among the rooms of one of its people, who didn't ask for it. If it is there
   * already, or about to be, nothing follows.
   *
   * @param sequel what follows when it is there
   * @throws Refusal if more waits to be stored than may; then nothing has changed
   */
  public void open(PersonId person, Room direct, Sequel sequel) {
    if (!direct.isWantedBy(person)) {
      moveIn(person, direct, sequel);
    }
  }

  private synchronized void moveIn(PersonId person, Room direct, Sequel sequel) {
    if (!direct.isWantedBy(person)) {
      move(new Move(this, person, direct, Way.IN, sequel));
    }
  }

  /**
   * Puts a conversation among the rooms of one of its people, who asked for it, and to whom
   * something follows in any case.
   *
   * @param sequel what follows when it is there, which may be at once
   * @throws Refusal if more waits to be stored than may; then nothing has changed
   */
  public void reopen(PersonId person, Room direct, Sequel sequel) {
    if (direct.isSettledIn(person)) {
      sequel.stored().accept(direct);
    } else {
      moveBack(person, direct, sequel);
    }
  }

  private synchronized void moveBack(PersonId person, Room direct, Sequel sequel) {
    move(new Move(this, person, direct, Way.IN, sequel));
  }

  /** Lets every room say who came and went. To be called once a second. */
  public void beat() {
    byId.values().forEach(Room::beat);
  }
}
