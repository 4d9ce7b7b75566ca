package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.log.Entry;
import chat.parley.log.Page;
import chat.parley.message.Code;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.wire.Frame;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * Reads pages of a room's history on threads of their own, and tells them in the room's pass: so
 * nobody is told by a page what they were already told is gone. What may be read is judged there
 * and only there. Thread-safe, but for {@link #tell} and {@link #note}, which are the pass's.
 */
final class Library {
  private static final System.Logger LOG = System.getLogger(Library.class.getName());

  private final Room room;
  private final Equipment equipment;

  /** The last edit or delete that members were told of. */
  private long amended;

  Library(Room room, Equipment equipment) {
    this.room = room;
    this.equipment = equipment;
  }

  /** Has a page read. */
  void turn(Turning turning) {
    try {
      equipment.readers().execute(() -> turnNow(turning));
    } catch (RejectedExecutionException e) {
      // the server stops: every connection is closed with a code that says to come back
      LOG.log(System.Logger.Level.DEBUG, "not read any more: {0}", e.getMessage());
    }
  }

  private void turnNow(Turning turning) {
    Member member = turning.member();
    if (!room.isReadableBy(member.person())) {
      refuse(turning, noSuchRoom());
      return;
    }
    try {
      Page page = equipment.store().page(room.id(), turning.leaf(), member.person());
      room.turned(new RoomEvent.Turned(turning, page));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A page of room " + room.id() + " can't be read.", e);
      refuse(turning, new Refusal(Code.FAILED, "The server could not read this. Ask again."));
    }
  }

  private static Refusal noSuchRoom() {
    return new Refusal(Code.NO_SUCH_ROOM, "There is no such room.");
  }

  private void refuse(Turning turning, Refusal refusal) {
    turning.member().hear(Frame.of(refusal.frame(turning.ref())));
    turning.member().entered(room);
  }

  /** Members are told of this entry. */
  void note(Entry entry) {
    if (entry.act() instanceof Act.Edit || entry.act() instanceof Act.Delete) {
      amended = entry.seq();
    }
  }

  /** Tells a page, or reads it again if something in it may have been changed since. */
  void tell(RoomEvent.Turned turned) {
    Turning turning = turned.turning();
    Page page = turned.page();
    if (!room.isReadableBy(turning.member().person())) {
      refuse(turning, noSuchRoom());
    } else if (page.asOf() >= amended) {
      Frame.of(Stream.concat(people(page), Stream.of(told(turning, page))).toList())
          .forEach(turning.member()::hear);
      turning.member().entered(room);
    } else if (turning.isLast()) {
      refuse(turning, NotStored.busy());
    } else {
      turn(turning.again());
    }
  }

  private Stream<Message> people(Page page) {
    return Stream.concat(
            page.entries().stream().flatMap(Telling::people),
            page.reactions().stream().flatMap(it -> it.people().stream()))
        .distinct()
        .flatMap((PersonId id) -> equipment.directory().person(id).stream())
        .map((Person person) -> new FromServer.Named(person));
  }

  private FromServer told(Turning turning, Page page) {
    List<Entry> entries = page.entries();
    return new FromServer.Page(
        turning.ref(),
        room.id(),
        page.asOf(),
        entries.stream().map(Telling::of).toList(),
        page.reactions().stream().map(Library::told).toList(),
        page.replies().stream()
            .map(it -> new FromServer.Replies(it.thread(), it.count(), it.last(), it.at()))
            .toList(),
        page.pins(),
        page.isMoreBefore() && !entries.isEmpty() ? entries.get(0).seq() : null,
        page.isMoreAfter() && !entries.isEmpty() ? entries.get(entries.size() - 1).seq() : null);
  }

  private static FromServer.Reactions told(Page.Reactions it) {
    return new FromServer.Reactions(
        it.target(), it.emoji(), it.count(), it.people(), it.mine() ? true : null);
  }
}
