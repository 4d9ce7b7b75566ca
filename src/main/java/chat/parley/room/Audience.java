package chat.parley.room;

import chat.parley.log.Entry;
import chat.parley.log.Outcome;
import chat.parley.log.Story;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Position;
import chat.parley.message.RoomKind;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who hears a room now, and what a pass does: it takes all that waits, encodes each entry once,
 * joins them into one frame, and offers that one frame to everybody.
 *
 * <p>Not thread-safe: only the room's pass touches it. Entering is a step of the pass, so nothing
 * falls between what a newcomer is told and what they hear from then on.
 */
final class Audience {
  private static final String UNKNOWN = "someone";

  private final Room room;
  private final History history;
  private final Directory directory;
  private final FanOut fanOut;
  private final Set<Member> parley = new LinkedHashSet<>();
  private final Set<Member> plain = new LinkedHashSet<>();
  private final Attendance attendance;
  private final List<Entry> batch = new ArrayList<>();
  private Position delivered;

  Audience(Room room, Position end, Directory directory, History history, FanOut fanOut) {
    this.room = room;
    this.directory = directory;
    this.history = history;
    this.fanOut = fanOut;
    this.attendance = new Attendance(room.id(), directory);
    this.delivered = end;
  }

  void handle(List<RoomEvent> events) {
    List<Outcome> answers = new ArrayList<>();
    for (RoomEvent event : events) {
      if (event instanceof RoomEvent.Committed committed) {
        committed.outcomes().forEach(outcome -> sort(outcome, answers));
      } else {
        deliver();
        change(event);
      }
    }
    deliver();
    answers.forEach(outcome -> outcome.draft().answer().accept(outcome));
  }

  private void sort(Outcome outcome, List<Outcome> answers) {
    if (outcome instanceof Outcome.Stored stored) {
      batch.add(stored.entry());
    } else {
      answers.add(outcome);
    }
  }

  private void change(RoomEvent event) {
    if (event instanceof RoomEvent.Enter enter) {
      enter(enter.member(), enter.position());
    } else if (event instanceof RoomEvent.Exit exit) {
      forget(exit.member());
    } else if (event instanceof RoomEvent.Leave leave) {
      leave(leave.person());
    } else if (event instanceof RoomEvent.Come come) {
      attendance.come(come.person());
    } else if (event instanceof RoomEvent.Go go) {
      attendance.go(go.person());
    } else if (event instanceof RoomEvent.Watch watch && parley.contains(watch.member())) {
      attendance.watch(watch.member(), watch.people());
    } else if (event instanceof RoomEvent.Beat) {
      attendance.tell(parley);
    }
  }

  /** One frame for all members, of all entries that wait. */
  private void deliver() {
    if (batch.isEmpty()) {
      return;
    }
    fanOut.offer(
        parley,
        Frame.of(Stream.concat(introductions(), batch.stream().map(History::said)).toList()));
    if (!plain.isEmpty()) {
      fanOut.offer(plain, batch.stream().map(this::plain).map(Frame::of).toList());
    }
    delivered = batch.get(batch.size() - 1).position();
    batch.clear();
  }

  /** The names of those who speak before everyone has been told of their coming. */
  private Stream<FromServer> introductions() {
    return batch.stream()
        .map(Entry::sender)
        .distinct()
        .filter(attendance::isNews)
        .flatMap(id -> directory.person(id).stream())
        .map(FromServer.Named::new);
  }

  /** A person who has left since they asked hears nothing. */
  private void enter(Member member, Optional<Position> position) {
    if (!room.isIn(member.person())) {
      member.entered(room);
    } else if (member.format() == Format.PLAIN) {
      plain.add(member);
      member.entered(room);
    } else {
      answer(member, position);
    }
  }

  /**
   * Brings somebody from their position to where everyone else is: stretch by stretch, each asked
   * for when the one before is sent, and with the last one, which is in memory, they are a member.
   */
  private void answer(Member member, Optional<Position> position) {
    Optional<Story> story = history.recall(position, delivered);
    if (story.isEmpty()) {
      parley.remove(member);
      history.read(member, position, delivered);
      return;
    }
    Stretch stretch = Stretch.of(story.get().entries());
    Stream<Message> told =
        Stream.concat(
            history.beginning(story.get(), delivered),
            history.entries(stretch.entries(), people()));
    if (stretch.isAll()) {
      History.tell(member, Stream.concat(told, Stream.of(attendance.state())));
      parley.add(member);
      member.entered(room);
    } else {
      parley.remove(member);
      History.tell(member, told);
      member.more(room, stretch.end(delivered));
    }
  }

  /** Who is here, and who the conversation is between. */
  private Stream<PersonId> people() {
    return Stream.concat(attendance.shown().stream(), room.pair().stream());
  }

  private void forget(Member member) {
    parley.remove(member);
    plain.remove(member);
    attendance.forget(member);
  }

  /** A person who is in the room again by now has come back before this was told. */
  private void leave(PersonId person) {
    if (room.isIn(person)) {
      return;
    }
    Frame left = Frame.of(new FromServer.Left(room.id(), person));
    for (Member member : List.copyOf(parley)) {
      if (member.person().equals(person)) {
        member.hear(left);
        forget(member);
      }
    }
    plain.removeIf(member -> member.person().equals(person));
    attendance.go(person);
  }

  private Plain plain(Entry entry) {
    return new Plain(entry.content(), recipient(entry), name(entry.sender()));
  }

  private String recipient(Entry entry) {
    if (room.kind() != RoomKind.DIRECT) {
      return null;
    }
    PersonId other =
        room.pair().stream()
            .filter(id -> !id.equals(entry.sender()))
            .findFirst()
            .orElse(entry.sender());
    return "@" + name(other);
  }

  private String name(PersonId id) {
    return directory.person(id).map(person -> person.name().text()).orElse(UNKNOWN);
  }
}
