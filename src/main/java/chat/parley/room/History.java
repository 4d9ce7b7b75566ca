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
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * Tells what was said before. What memory doesn't hold is read on threads of its own, so that no
 * pass waits for the disk, and handed to the pass, which tells it. Thread-safe.
 */
final class History {
  private static final System.Logger LOG = System.getLogger(History.class.getName());

  private final Room room;
  private final Equipment equipment;

  History(Room room, Equipment equipment) {
    this.room = room;
    this.equipment = equipment;
  }

  /** All that memory holds of it; empty if some has to be read. */
  Optional<Story> recall(Optional<Position> position, Position upTo) {
    return equipment.store().recall(room.id(), position, upTo.seq());
  }

  /**
   * Reads a stretch of it for a member.
   *
   * @param upTo how far everyone else has heard the room
   */
  void read(RoomEvent.Enter enter, Position upTo) {
    try {
      equipment.readers().execute(() -> readNow(enter, upTo));
    } catch (RejectedExecutionException e) {
      // the server stops: every connection is closed with a code that says to come back
      LOG.log(System.Logger.Level.DEBUG, "not read any more: {0}", e.getMessage());
    }
  }

  private void readNow(RoomEvent.Enter enter, Position upTo) {
    try {
      Store store = equipment.store();
      room.read(
          new RoomEvent.Read(enter, upTo, store.read(room.id(), enter.position(), upTo.seq())));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The history of room " + room.id() + " can't be read.", e);
      room.notRead();
    }
  }

  /** What goes before the entries: nothing, or that this is a new beginning. */
  Stream<Frame> beginning(Story story, Position upTo) {
    return story instanceof Story.Afresh afresh
        ? Stream.of(
            Frame.of(
                new FromServer.Reset(
                    room.id(),
                    room.state(upTo),
                    afresh.start().seq(),
                    afresh.start().mark(),
                    equipment.store().first(room.id()))))
        : Stream.empty();
  }

  /** The entries, after the names of those whom they speak of, and of these people. */
  Stream<Frame> entries(List<Entry> entries, Stream<PersonId> people) {
    Stream<Message> names =
        Stream.concat(entries.stream().flatMap(Telling::people), people)
            .distinct()
            .flatMap(id -> equipment.directory().person(id).stream())
            .map(FromServer.Named::new);
    return Stream.concat(names, entries.stream().map(Telling::of)).map(equipment.encoded()::of);
  }

  /** Tells somebody some of the story, and notes if it is a new beginning for them. */
  void tell(Member member, Story story, Stream<Frame> told) {
    Frame.joined(told.toList()).forEach(member::hear);
    if (story instanceof Story.Afresh) {
      equipment.newcomers().add(member.person(), room);
    }
  }
}
