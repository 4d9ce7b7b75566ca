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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * A room: its id, its name, and who is in it. Whatever happens to it is posted to its pass, in
 * order. Thread-safe.
 */
public final class Room implements LoggedRoom {
  private final RoomId id;
  private final RoomKind kind;
  private final Name name;
  private final Set<PersonId> pair;
  private final boolean everyone;
  private final Store store;
  private final Set<PersonId> people = ConcurrentHashMap.newKeySet();
  private final Mailbox<RoomEvent> pass;

  private Room(
      Name name,
      Set<PersonId> pair,
      boolean everyone,
      Store store,
      Directory directory,
      Executor passes) {
    this.id = RoomId.random();
    this.kind = name == null ? RoomKind.DIRECT : RoomKind.PUBLIC;
    this.name = name;
    this.pair = pair;
    this.everyone = everyone;
    this.store = store;
    this.pass =
        new Mailbox<>(passes, new Audience(this, store, directory, new FanOut(passes))::handle);
  }

  /** A public room that everyone is in. */
  static Room lobby(Name name, Store store, Directory directory, Executor passes) {
    return new Room(name, Set.of(), true, store, directory, passes);
  }

  /** A public room that nobody is in yet. */
  static Room named(Name name, Store store, Directory directory, Executor passes) {
    return new Room(name, Set.of(), false, store, directory, passes);
  }

  /** The conversation of these two people, or of the one with themselves. */
  static Room direct(Set<PersonId> pair, Store store, Directory directory, Executor passes) {
    return new Room(null, pair, false, store, directory, passes);
  }

  @Override
  public RoomId id() {
    return id;
  }

  /** What sort of room it is. */
  public RoomKind kind() {
    return kind;
  }

  /** Its name; empty for a conversation of two. */
  public Optional<Name> name() {
    return Optional.ofNullable(name);
  }

  /**
   * Whether this person may write to the room. Both people of a conversation may, also when they
   * have put it away.
   */
  public boolean admits(PersonId person) {
    return isIn(person) || pair.contains(person);
  }

  /** Whether this person is in the room, and so hears it. */
  boolean isIn(PersonId person) {
    return everyone || people.contains(person);
  }

  /** Whether this person may know that the room is there. */
  boolean isKnownTo(PersonId person) {
    return kind == RoomKind.PUBLIC || pair.contains(person);
  }

  /** Who a conversation of two is between; empty for other rooms. */
  public Set<PersonId> pair() {
    return pair;
  }

  /** How it stands in a frame, where it ends at this position. */
  FromServer.RoomState state(Position end) {
    return new FromServer.RoomState(
        id,
        kind,
        name == null ? null : "#" + name,
        kind == RoomKind.DIRECT ? List.copyOf(pair) : null,
        end.seq(),
        end.mark());
  }

  /** How it stands in a frame now. */
  public FromServer.RoomState state() {
    return state(store.end(id));
  }

  void add(PersonId person) {
    people.add(person);
  }

  void remove(PersonId person) {
    people.remove(person);
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
