package chat.parley.room;

import chat.parley.log.Draft;
import chat.parley.log.LoggedRoom;
import chat.parley.log.Outcome;
import chat.parley.log.Store;
import chat.parley.message.Code;
import chat.parley.message.FromServer;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A room: its id, its name, and who is in it. Whatever happens to it is posted to its pass, in
 * order. Thread-safe.
 */
public final class Room implements LoggedRoom {
  private final RoomId id;
  private final Name name;
  private final Set<PersonId> pair;
  private final boolean everyone;
  private final Store store;
  private final Map<PersonId, Seat> seats = new ConcurrentHashMap<>();
  private final Mailbox<RoomEvent> pass;

  private Room(StoredRoom stored, boolean everyone, Equipment equipment) {
    this.id = stored.id();
    this.name = stored.name();
    this.pair = stored.pair();
    this.everyone = everyone;
    this.store = equipment.store();
    Directory directory = equipment.directory();
    Audience audience =
        new Audience(
            this,
            store.end(id),
            directory,
            new History(this, store, directory, equipment.readers()),
            new FanOut(equipment.passes()));
    this.pass = new Mailbox<>(equipment.passes(), audience::handle);
    stored.members().forEach(person -> seat(person).take());
  }

  /** A public room that everyone is in. */
  static Room lobby(StoredRoom stored, Equipment equipment) {
    return new Room(stored, true, equipment);
  }

  /** A room that people join or open. */
  static Room of(StoredRoom stored, Equipment equipment) {
    return new Room(stored, false, equipment);
  }

  @Override
  public RoomId id() {
    return id;
  }

  /** What sort of room it is. */
  public RoomKind kind() {
    return name == null ? RoomKind.DIRECT : RoomKind.PUBLIC;
  }

  /** Its name; empty for a conversation of two. */
  public Optional<Name> name() {
    return Optional.ofNullable(name);
  }

  /**
   * Whether this person may write to the room: whoever is in it or has asked to be, and has not
   * asked to leave. Both people of a conversation may, also when they have put it away.
   */
  public boolean admits(PersonId person) {
    return isWantedBy(person) || pair.contains(person);
  }

  /** Whether this person is in the room, as far as is stored, and so hears it. */
  boolean isIn(PersonId person) {
    return everyone || seats.getOrDefault(person, Seat.NONE).isTaken();
  }

  /** Whether this person is in the room when all that they asked for is stored. */
  boolean isWantedBy(PersonId person) {
    return everyone || seats.getOrDefault(person, Seat.NONE).isWanted();
  }

  /** Whether this person is in the room, and nothing they asked for has still to be stored. */
  boolean isSettledIn(PersonId person) {
    return isIn(person) && seats.getOrDefault(person, Seat.NONE).isSettled();
  }

  /** Whether this person may know that the room is there. */
  boolean isKnownTo(PersonId person) {
    return kind() == RoomKind.PUBLIC || pair.contains(person);
  }

  /** Who a conversation of two is between; empty for other rooms. */
  public Set<PersonId> pair() {
    return pair;
  }

  /** How it stands in a frame, where it ends at this position. */
  FromServer.RoomState state(Position end) {
    return new FromServer.RoomState(
        id,
        kind(),
        name == null ? null : "#" + name,
        kind() == RoomKind.DIRECT ? List.copyOf(pair) : null,
        end.seq(),
        end.mark());
  }

  /** How it stands in a frame now. */
  public FromServer.RoomState state() {
    return state(store.end(id));
  }

  /** A person's seat, to be written to under the lock of {@link Rooms}. */
  Seat seat(PersonId person) {
    return seats.computeIfAbsent(person, id -> new Seat());
  }

  /**
   * Takes away a person's seat if they neither have it nor asked for it, or anything else, any
   * more. Under the lock of {@link Rooms}.
   *
   * @return whether it is gone
   */
  boolean clear(PersonId person) {
    return seats.computeIfPresent(
            person, (id, seat) -> seat.isSettled() && !seat.isTaken() ? null : seat)
        == null;
  }

  @Override
  public Optional<Outcome.Refused> judge(Draft draft) {
    return admits(draft.sender())
        ? Optional.empty()
        : Optional.of(
            new Outcome.Refused(
                draft, Code.NOT_JOINED, "You are not in this room. Join it first."));
  }

  @Override
  public void committed(List<Outcome> outcomes) {
    pass.post(new RoomEvent.Committed(outcomes));
  }

  /**
   * Lets a connection hear the room: from the position on, or from the log's tail if there is none.
   */
  public void enter(Member member, Optional<Position> position) {
    pass.post(new RoomEvent.Enter(member, position));
  }

  /** Forgets a connection. */
  public void exit(Member member) {
    pass.post(new RoomEvent.Exit(member));
  }

  /** All connections of this person stop hearing the room, and everyone hears that they left. */
  public void leave(PersonId person) {
    pass.post(new RoomEvent.Leave(person));
  }

  /** This person has come. */
  public void come(PersonId person) {
    pass.post(new RoomEvent.Come(person));
  }

  /** This person has gone. */
  public void go(PersonId person) {
    pass.post(new RoomEvent.Go(person));
  }

  /** This connection has these people on its screen. */
  public void watch(Member member, Set<PersonId> whom) {
    pass.post(new RoomEvent.Watch(member, whom));
  }

  /** Says who came and went since the last beat, if anyone did. To be called once a second. */
  public void beat() {
    pass.post(new RoomEvent.Beat());
  }
}
