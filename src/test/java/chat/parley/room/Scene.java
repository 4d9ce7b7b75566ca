package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.log.Database;
import chat.parley.log.Databases;
import chat.parley.log.Draft;
import chat.parley.log.Outcome;
import chat.parley.log.Positions;
import chat.parley.log.SqlStore;
import chat.parley.log.SteppedInbox;
import chat.parley.log.Text;
import chat.parley.message.FromServer;
import chat.parley.message.Membership;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import chat.parley.wire.Encoded;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Three people, all rooms over a real database, and passes that run when they are told to; what
 * happens is stored at once. Not thread-safe.
 */
final class Scene implements AutoCloseable {
  /** Rooms that somebody may join. */
  static final int LIMIT = 5;

  final FakeDirectory directory = new FakeDirectory();
  final SteppedExecutor passes = new SteppedExecutor();
  final Database database;
  final SqlStore store;
  final SteppedInbox inbox;

  /** Who is connected. */
  final Map<PersonId, List<FakeMember>> connected = new HashMap<>();

  final Rooms rooms;
  final Room lobby;
  final PersonId ann = directory.add("ann");
  final PersonId bob = directory.add("bob");
  final PersonId cem = directory.add("cem");

  /** What was answered to senders alone, in order. */
  final List<Outcome> answers = new ArrayList<>();

  Scene() {
    this(Databases.fresh());
  }

  /** All rooms over this database. */
  Scene(Database database) {
    this.database = database;
    this.store = store(100_000);
    this.inbox = new SteppedInbox(store);
    this.rooms = rooms(store, inbox);
    this.lobby = rooms.lobby();
  }

  SqlStore store(int capacity) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    return new SqlStore(database, clock, capacity);
  }

  /** The rooms as they are stored. */
  Rooms rooms(SqlStore from, SteppedInbox into) {
    return new Rooms(
        new Equipment(
            from,
            directory,
            person -> connected.getOrDefault(person, List.of()),
            passes,
            passes,
            new Newcomers(),
            new Encoded(10_000),
            LIMIT),
        into,
        database.read(RoomTable::all));
  }

  /** A public room with these in it, the first of them its owner. */
  Room room(String name, PersonId... people) {
    for (PersonId person : people) {
      rooms.joinOrFound(person, new Name(name), room -> draft(room, person, null, joined(person)));
    }
    return rooms.find(new Name(name)).orElseThrow();
  }

  /** A private room with these in it, the first of them its owner. */
  Room hidden(String title, PersonId... people) {
    RoomId id = RoomId.random();
    rooms.found(
        people[0],
        StoredRoom.hidden(id, new Traits(new Title(title), Topic.NONE, null, false)),
        room -> draft(room, people[0], null, joined(people[0])));
    Room room = rooms.find(id, people[0]).orElseThrow();
    for (int i = 1; i < people.length; i++) {
      belong(room, people[0], people[i], Membership.INVITED);
      act(room, people[i], joined(people[i]));
    }
    return room;
  }

  static Act joined(PersonId person) {
    return new Act.Belong(person, Membership.JOINED);
  }

  Draft draft(Room room, PersonId sender, String ref, Act act) {
    return new Draft(room, sender, ref == null ? null : new Ref(ref), act, answers::add);
  }

  /** Has this stored, and the room told of it. */
  void act(Room room, PersonId sender, Act act) {
    inbox.append(draft(room, sender, null, act));
  }

  /** Stores what somebody says, without telling the room. */
  List<Outcome> storeUntold(Room room, PersonId sender, String ref, String content) {
    return store.commit(List.of(draft(room, sender, ref, new Act.Say(Text.of(content), null))));
  }

  /** Has this happen to somebody's place. */
  void belong(Room room, PersonId sender, PersonId person, Membership change) {
    act(room, sender, new Act.Belong(person, change));
  }

  /** Has somebody leave. */
  void leave(Room room, PersonId person) {
    belong(room, person, person, Membership.LEFT);
  }

  /** Has this said. */
  void say(Room room, PersonId sender, String content) {
    act(room, sender, new Act.Say(Text.of(content), null));
  }

  /** Lets a member hear a room from its tail on, and forget the answer. */
  void settle(Room room, FakeMember... members) {
    for (FakeMember member : members) {
      room.enter(member, Optional.empty());
    }
    passes.run();
    for (FakeMember member : members) {
      member.forget();
    }
  }

  /** Where the room stood after this many entries. */
  Position position(Room room, long seq) {
    return database.read(connection -> Positions.of(connection, room.id(), seq));
  }

  /** What a person is told of the rooms that they are in. */
  List<FromServer.RoomState> told(PersonId person) {
    return rooms.of(person).stream().map(Room::state).toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
