package chat.parley.state;

import chat.parley.log.Follower;
import chat.parley.log.Inbox;
import chat.parley.log.Reader;
import chat.parley.log.Stirred;
import chat.parley.log.Tally;
import chat.parley.log.ThreadId;
import chat.parley.log.Unread;
import chat.parley.message.FromServer;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import chat.parley.room.Connections;
import chat.parley.room.Directory;
import chat.parley.room.Member;
import chat.parley.room.NotStored;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps how far people have read, and tells all connections of each what is unread: when they come,
 * when a mark has moved and that is stored, when they have been told a room from a new beginning
 * on, and when there is something new in a thread that they follow. What of that happens between
 * two beats is stored by one change, counted by a few statements, and told once. Thread-safe, but
 * for {@link #beat}, which one thread calls.
 */
public final class ReadStates {
  /** Beats from one tidying to the next. */
  private static final int TIDYING = 10;

  /** Rooms of a frame, at most. */
  private static final int ROOMS = 200;

  private final Rooms rooms;
  private final Directory directory;
  private final Connections connections;
  private final Supplier<Set<PersonId>> present;
  private final Inbox inbox;
  private final Unread unread;
  private final Stirred stirred;
  private final Marks marks;
  private final Asked asked = new Asked();
  private int beats;

  /**
   * Begins with what is stored.
   *
   * @param present who is connected, or was a moment ago
   * @param stored {@link MarkTable#all}
   */
  public ReadStates(
      Rooms rooms,
      Directory directory,
      Connections connections,
      Supplier<Set<PersonId>> present,
      Inbox inbox,
      Unread unread,
      Stirred stirred,
      List<StoredMark> stored) {
    this.rooms = rooms;
    this.directory = directory;
    this.connections = connections;
    this.present = present;
    this.inbox = inbox;
    this.unread = unread;
    this.stirred = stirred;
    this.marks = new Marks(stored.stream().map(this::within).toList());
  }

  /**
   * A mark that isn't beyond its room's end, as one may be in a database that was put together out
   * of several: it would count as read what is said from now on.
   */
  private StoredMark within(StoredMark stored) {
    ReadMark mark = stored.mark();
    long end =
        rooms
            .find(stored.room(), stored.person())
            .map(room -> room.state().seq())
            .orElse(mark.seq());
    return mark.seq() <= end
        ? stored
        : new StoredMark(stored.person(), stored.room(), new ReadMark(end, mark.turn()));
  }

  /**
   * Has somebody who has come told soon what is unread in the rooms that they hold. They are told
   * so of every other room of theirs once they have been told the room itself.
   */
  public void come(PersonId person, Set<RoomId> held) {
    Room lobby = rooms.lobby();
    marks.move(person, lobby.id(), new ReadMark(lobby.state().seq(), 0), mark -> mark);
    rooms.of(person).stream()
        .filter(room -> held.contains(room.id()))
        .forEach(room -> asked.add(person, room));
  }

  /**
   * Somebody in the room has read it up to an entry.
   *
   * @param turn the turn in which they said so; null for the present one
   */
  public void read(PersonId person, Room room, long seq, Long turn) {
    long upTo = Math.min(seq, room.state().seq());
    if (!marks.move(person, room.id(), ReadMark.NONE, mark -> mark.read(upTo, turn))) {
      asked.add(person, room);
    }
  }

  /** Somebody in the room wants to have it unread from an entry on. */
  public void takeBack(PersonId person, Room room, long seq) {
    long from = Math.min(seq, room.state().seq() + 1);
    marks.move(person, room.id(), ReadMark.NONE, mark -> mark.takenBack(from));
  }

  /**
   * Somebody in the room has read a thread of it up to an entry.
   *
   * @throws Refusal if more waits to be stored than may
   */
  public void readThread(PersonId person, Room room, long root, long seq) {
    long upTo = Math.min(seq, room.state().seq());
    directory.settled(person);
    if (!inbox.append(
        new ThreadMarkChange(person, room.id(), root, upTo, () -> asked.add(person, room)))) {
      throw NotStored.busy();
    }
  }

  /** Stores and tells what there is. To be called some times a second, by one thread. */
  public void beat() {
    if (beats++ % TIDYING == 0) {
      Set<PersonId> here = present.get();
      marks.tidy(directory::isLasting, here::contains);
    }
    store();
    rooms.newcomers().forEach(it -> asked.add(it.person(), it.room()));
    stir();
    for (Map<PersonId, Set<Room>> next = asked.take(Unread.MAX_READERS);
        !next.isEmpty();
        next = asked.take(Unread.MAX_READERS)) {
      tellOrKeep(next);
    }
  }

  private void tellOrKeep(Map<PersonId, Set<Room>> next) {
    try {
      tell(next);
    } catch (IllegalStateException e) {
      next.forEach((person, some) -> some.forEach(room -> asked.add(person, room)));
      throw e;
    }
  }

  private boolean isHere(PersonId person) {
    return !connections.of(person).isEmpty();
  }

  /** Has the marks that were moved stored. */
  void store() {
    List<StoredMark> passing = new ArrayList<>();
    List<StoredMark> lasting = marks.take(directory::isLasting, passing);
    passing.forEach(this::ask);
    if (!lasting.isEmpty() && !inbox.append(new MarkChange(lasting, this::stored, marks::failed))) {
      marks.failed(lasting);
    }
  }

  private void stored(List<StoredMark> stored) {
    marks.stored(stored);
    stored.forEach(this::ask);
  }

  private void ask(StoredMark mark) {
    rooms.find(mark.room(), mark.person()).ifPresent(room -> asked.add(mark.person(), room));
  }

  private void stir() {
    Set<ThreadId> threads = stirred.take();
    if (threads.isEmpty()) {
      return;
    }
    for (Follower follower : followers(threads)) {
      Set<PersonId> people = follower.person() == null ? present.get() : Set.of(follower.person());
      people.forEach(
          person -> rooms.find(follower.room(), person).ifPresent(room -> asked.add(person, room)));
    }
  }

  private Set<Follower> followers(Set<ThreadId> threads) {
    try {
      return unread.followers(threads);
    } catch (IllegalStateException e) {
      stirred.add(threads);
      throw e;
    }
  }

  /** Who has gone meanwhile, or isn't in a room any more, needn't be told. */
  private void tell(Map<PersonId, Set<Room>> next) {
    Map<Reader, Long> turns = new HashMap<>();
    next.forEach(
        (person, some) -> {
          if (isHere(person)) {
            some.stream()
                .filter(room -> room.isIn(person) && isKnown(person, room))
                .forEach(room -> put(turns, person, room));
          }
        });
    Map<PersonId, List<Tally>> tallies =
        unread.of(List.copyOf(turns.keySet())).stream()
            .collect(Collectors.groupingBy(tally -> tally.reader().person()));
    tallies.forEach((person, some) -> tell(person, some, turns));
  }

  /** Where everyone's first mark is stored before they are told. */
  private boolean isKnown(PersonId person, Room room) {
    return !room.isForEveryone() || marks.told(person, room.id()).isPresent();
  }

  /** What was there before somebody came into the room is not unread. */
  private void put(Map<Reader, Long> turns, PersonId person, Room room) {
    ReadMark mark = marks.told(person, room.id()).orElse(ReadMark.NONE);
    long since = room.since(person);
    long seq = Math.max(mark.seq(), since);
    turns.put(new Reader(person, room.id(), seq, since), mark.turn());
  }

  private void tell(PersonId person, List<Tally> tallies, Map<Reader, Long> turns) {
    List<FromServer.Reading> readings =
        tallies.stream().map(it -> told(it, turns.get(it.reader()))).toList();
    for (int i = 0; i < readings.size(); i += ROOMS) {
      List<FromServer.Reading> some = readings.subList(i, Math.min(readings.size(), i + ROOMS));
      tell(person, Frame.of(new FromServer.State(some)));
    }
  }

  private void tell(PersonId person, Frame frame) {
    for (Member member : connections.of(person)) {
      if (member.format() == Format.PARLEY && member.hears(rooms.lobby())) {
        member.hear(frame);
      }
    }
  }

  private static FromServer.Reading told(Tally tally, long turn) {
    return new FromServer.Reading(
        tally.reader().room(),
        tally.reader().mark(),
        turn,
        tally.asOf(),
        tally.unread(),
        tally.mentions(),
        tally.threads().isEmpty()
            ? null
            : tally.threads().stream()
                .map(it -> new FromServer.Followed(it.thread(), it.mark(), it.unread()))
                .toList());
  }
}
