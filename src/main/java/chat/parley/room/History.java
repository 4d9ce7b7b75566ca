package chat.parley.room;

import chat.parley.log.Entry;
import chat.parley.log.Store;
import chat.parley.log.Story;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.wire.Frame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * Tells what was said before. What memory doesn't hold is read on threads of its own, so that no
 * pass waits for the disk. Thread-safe.
 */
final class History {
  private static final System.Logger LOG = System.getLogger(History.class.getName());

  private final Room room;
  private final Store store;
  private final Directory directory;
  private final Executor readers;

  /**
   * @param readers threads that may wait for the store
   */
  History(Room room, Store store, Directory directory, Executor readers) {
    this.room = room;
    this.store = store;
    this.directory = directory;
    this.readers = readers;
  }

  /** All that memory holds of it; empty if some has to be read. */
  Optional<Story> recall(Optional<Position> position, Position upTo) {
    return store.recall(room.id(), position, upTo.seq());
  }

  /**
   * Reads a stretch of it and tells it to the member, who then enters again, from there on.
   *
   * @param upTo how far everyone else has heard the room
   */
  void read(Member member, Optional<Position> position, Position upTo) {
    try {
      readers.execute(() -> readNow(member, position, upTo));
    } catch (RejectedExecutionException e) {
      // the server stops: every connection is closed with a code that says to come back
      LOG.log(System.Logger.Level.DEBUG, "not read any more: {0}", e.getMessage());
    }
  }

  private void readNow(Member member, Optional<Position> position, Position upTo) {
    try {
      Story story = store.read(room.id(), position, upTo.seq());
      Stretch stretch = Stretch.of(story.entries());
      tell(
          member,
          Stream.concat(beginning(story, upTo), entries(stretch.entries(), Stream.empty())));
      member.more(
          room,
          stretch.end(story instanceof Story.Afresh it ? it.start() : position.orElseThrow()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The history of room " + room.id() + " can't be read.", e);
      member.lost();
    }
  }

  /** What goes before the entries: nothing, or that this is a new beginning. */
  Stream<Message> beginning(Story story, Position upTo) {
    return story instanceof Story.Afresh afresh
        ? Stream.of(
            new FromServer.Reset(
                room.id(),
                room.state(upTo),
                afresh.start().seq(),
                afresh.start().mark(),
                store.first(room.id())))
        : Stream.empty();
  }

  /** The entries, after the names of those who wrote them, and of these people. */
  Stream<Message> entries(List<Entry> entries, Stream<PersonId> people) {
    return Stream.concat(
        Stream.concat(entries.stream().map(Entry::sender), people)
            .distinct()
            .flatMap(id -> directory.person(id).stream())
            .map(FromServer.Named::new),
        entries.stream().map(History::said));
  }

  static void tell(Member member, Stream<Message> messages) {
    Frame.of(messages.toList()).forEach(member::hear);
  }

  static FromServer said(Entry entry) {
    return new FromServer.Said(
        entry.room(),
        entry.seq(),
        entry.mark(),
        entry.sender(),
        entry.content(),
        entry.at(),
        entry.ref());
  }
}
