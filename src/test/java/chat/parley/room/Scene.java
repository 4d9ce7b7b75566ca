package chat.parley.room;

import chat.parley.log.Draft;
import chat.parley.log.MemoryStore;
import chat.parley.log.Outcome;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Three people, all rooms, a store, and passes that run when they are told to; changes are stored
 * at once. Not thread-safe.
 */
final class Scene {
  final FakeDirectory directory = new FakeDirectory();
  final SteppedExecutor passes = new SteppedExecutor();
  final MemoryStore store =
      new MemoryStore(Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC), 100_000);
  final SteppedChanges changes = new SteppedChanges();
  final Rooms rooms =
      new Rooms(new Equipment(store, directory, passes, passes), changes, List.of());
  final Room lobby = rooms.lobby();
  final PersonId ann = directory.add("ann");
  final PersonId bob = directory.add("bob");
  final PersonId cem = directory.add("cem");

  /** What was answered to senders alone, in order. */
  final List<Outcome> answers = new ArrayList<>();

  /** A public room with these in it. */
  Room room(String name, PersonId... people) {
    for (PersonId person : people) {
      rooms.join(person, new Name(name), 0, Sequels.NONE).orElseThrow();
    }
    return rooms.find(new Name(name)).orElseThrow();
  }

  Draft draft(Room room, PersonId sender, String ref, String content) {
    return new Draft(room, sender, ref == null ? null : new Ref(ref), content, answers::add);
  }

  /** Stores these, without telling the room. */
  List<Outcome> store(Draft... drafts) {
    return store.commit(List.of(drafts));
  }

  /** Has this stored, and the room told of it. */
  void say(Room room, PersonId sender, String content) {
    room.committed(store(draft(room, sender, null, content)));
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
    return store.position(room.id(), seq);
  }
}
