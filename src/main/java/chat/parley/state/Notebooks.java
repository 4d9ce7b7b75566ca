package chat.parley.state;

import chat.parley.log.Database;
import chat.parley.log.Inbox;
import chat.parley.message.NoteKey;
import chat.parley.message.NotesPosition;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.room.Connections;
import chat.parley.room.Directory;
import chat.parley.room.Member;
import chat.parley.room.NotStored;
import chat.parley.room.Rooms;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Keeps people's notes, what their clients want to have on all of their devices: drafts,
 * preferences. What is written within half a second is stored once, and told to all of the person's
 * connections; whoever comes back is told what is newer than what they hold. What all who come
 * within a beat hold is looked up by one statement. Thread-safe, but for {@link #beat}, which one
 * thread calls.
 */
public final class Notebooks {
  /** Beats from one storing to the next. */
  private static final int STORING = 5;

  /** Questions to the database at a time. */
  private static final int MOST = 5000;

  private final Directory directory;
  private final Connections connections;
  private final Rooms rooms;
  private final Inbox inbox;
  private final Database database;
  private final NoteRuns runs;
  private final Wishes wishes = new Wishes();
  private final Queue<Asking> asking = new ConcurrentLinkedQueue<>();
  private int beats;

  /**
   * Somebody is to be told what is newer than what they hold.
   *
   * @param member empty for all connections of the person
   */
  private record Asking(Optional<Member> member, NoteTable.Since since) {}

  /** Begins with what the database holds. */
  public Notebooks(
      Rooms rooms, Directory directory, Connections connections, Inbox inbox, Database database) {
    this.rooms = rooms;
    this.directory = directory;
    this.connections = connections;
    this.inbox = inbox;
    this.database = database;
    this.runs = NoteRuns.over(database);
    inbox.append(runs.begin());
  }

  /**
   * Has a note say this soon.
   *
   * @param value null to have it gone
   * @param refusing told if it is not stored after all; must not block
   * @throws Refusal if more waits to be stored than may
   */
  public void keep(PersonId person, NoteKey key, String value, Consumer<Refusal> refusing) {
    directory.settled(person);
    if (!wishes.add(person, new Wish(new Note(key, value), refusing))) {
      throw NotStored.busy();
    }
  }

  /**
   * Has a connection told soon what it doesn't hold of its person's notes.
   *
   * @param held null if it holds none
   */
  public void come(Member member, NotesPosition held) {
    long since = held != null && runs.knows(held) ? held.version() : 0;
    asking.add(new Asking(Optional.of(member), new NoteTable.Since(member.person(), since)));
  }

  /** Stores and tells what there is. To be called some times a second, by one thread. */
  public void beat() {
    if (beats++ % STORING == 0) {
      store();
    }
    for (List<Asking> next = next(); !next.isEmpty(); next = next()) {
      tellOrKeep(next);
    }
  }

  /** Has what waits stored now. */
  void store() {
    wishes.take().forEach(this::store);
  }

  private void store(PersonId person, List<Wish> own) {
    NoteChange change = new NoteChange(person, own, runs, this::stored);
    if (!inbox.append(change)) {
      own.forEach(wish -> wish.refusing().accept(NotStored.busy()));
    }
  }

  private void stored(PersonId person, long before) {
    asking.add(new Asking(Optional.empty(), new NoteTable.Since(person, before)));
  }

  private List<Asking> next() {
    List<Asking> next = new ArrayList<>();
    while (next.size() < MOST && !asking.isEmpty()) {
      next.add(asking.remove());
    }
    return next;
  }

  private void tellOrKeep(List<Asking> next) {
    try {
      tell(next);
    } catch (IllegalStateException e) {
      next.stream().filter(this::isHere).forEach(asking::add);
      throw e;
    }
  }

  private boolean isHere(Asking one) {
    Collection<? extends Member> here = connections.of(one.since().person());
    return one.member().map(here::contains).orElse(!here.isEmpty());
  }

  private void tell(List<Asking> next) {
    Set<NoteTable.Since> questions = new LinkedHashSet<>();
    next.forEach(one -> questions.add(one.since()));
    Map<NoteTable.Since, List<StoredNote>> changed =
        database.read(connection -> NoteTable.changed(connection, questions));
    for (Asking one : next) {
      List<StoredNote> notes = changed.getOrDefault(one.since(), List.of());
      boolean isCutOff = notes.stream().anyMatch(stored -> stored.note().key() == null);
      if (isCutOff && one.since().version() > 0) {
        askAfresh(one);
      } else if (one.member().isPresent() || !notes.isEmpty()) {
        told(one, notes);
      }
    }
  }

  /** What is gone since what they hold isn't known any more. */
  private void askAfresh(Asking one) {
    asking.add(new Asking(one.member(), new NoteTable.Since(one.since().person(), 0)));
  }

  private void told(Asking one, List<StoredNote> notes) {
    List<Frame> frames = Frame.of(NoteParts.of(one.since().version(), runs.mark(), notes));
    for (Member member : members(one)) {
      frames.forEach(member::hear);
    }
  }

  private Collection<? extends Member> members(Asking one) {
    return one.member().isPresent()
        ? List.of(one.member().get())
        : connections.of(one.since().person()).stream()
            .filter(it -> it.format() == Format.PARLEY && it.hears(rooms.lobby()))
            .toList();
  }
}
