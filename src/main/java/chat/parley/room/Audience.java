package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.log.Entry;
import chat.parley.log.Outcome;
import chat.parley.log.Story;
import chat.parley.message.FromServer;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Position;
import chat.parley.message.RoomKind;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final Library library;
  private final Equipment equipment;
  private final FanOut fanOut;
  private final Set<Member> parley = new LinkedHashSet<>();
  private final Set<Member> plain = new LinkedHashSet<>();

  /** Who waits for what memory doesn't hold, first come, first served; the latest of each. */
  private final Map<Member, RoomEvent.Enter> waiting = new LinkedHashMap<>();

  /** For whom it is being read, one stretch at a time: all who wait have a share. Else null. */
  private RoomEvent.Enter reading;

  private final Attendance attendance;
  private final Typists typists;
  private final Register register;
  private final List<Entry> batch = new ArrayList<>();
  private Position delivered;

  Audience(Room room, Equipment equipment, Library library) {
    this.room = room;
    this.library = library;
    this.equipment = equipment;
    this.history = new History(room, equipment);
    this.fanOut = new FanOut(equipment.passes());
    this.attendance = new Attendance(room.id(), equipment.directory());
    this.typists = new Typists(room.id());
    this.register = new Register(room, equipment.directory());
    this.delivered = equipment.store().end(room.id());
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

  /** A frame ends where it changes who hears the room. */
  private void sort(Outcome outcome, List<Outcome> answers) {
    if (outcome instanceof Outcome.Stored stored) {
      batch.add(stored.entry());
      if (stored.entry().act() instanceof Act.Say) {
        typists.said(stored.entry().sender());
      }
      if (stored.entry().act() instanceof Act.Belong belong) {
        deliver();
        belong(belong);
        if (belong.change() == Membership.DECLINED) {
          answers.add(outcome); // they don't hear the room
        }
      }
    } else {
      answers.add(outcome);
    }
  }

  private void belong(Act.Belong belong) {
    switch (belong.change()) {
      case JOINED -> join(belong.person());
      case LEFT, REMOVED -> leave(belong.person());
      case INVITED, DECLINED, OWNER -> {
        // who hears the room stays the same
      }
    }
    if (belong.change() != Membership.OWNER) {
      tellInvitations(belong.person());
    }
  }

  private void tellInvitations(PersonId person) {
    Frame frame = Frame.of(room.invitations(person));
    for (Member member : members(person)) {
      if (member.format() == Format.PARLEY) {
        member.hear(frame);
      }
    }
  }

  private Collection<? extends Member> members(PersonId person) {
    return equipment.connections().of(person);
  }

  private void join(PersonId person) {
    Collection<? extends Member> members = members(person);
    if (!members.isEmpty()) {
      attendance.come(person);
    }
    for (Member member : members) {
      if (member.hears(room)) {
        enter(new RoomEvent.Enter(member, Optional.empty()));
      }
    }
  }

  private void change(RoomEvent event) {
    if (event instanceof RoomEvent.Enter enter) {
      enter(enter);
    } else if (event instanceof RoomEvent.Read read) {
      read(read);
    } else if (event instanceof RoomEvent.NotRead) {
      loseAll();
    } else if (event instanceof RoomEvent.Turned turned) {
      library.tell(turned);
    } else if (event instanceof RoomEvent.Begun) {
      room.people().forEach(this::join);
    } else if (event instanceof RoomEvent.Exit exit) {
      forget(exit.member());
    } else if (event instanceof RoomEvent.Come come) {
      attendance.come(come.person());
    } else if (event instanceof RoomEvent.Go go) {
      attendance.go(go.person());
    } else if (event instanceof RoomEvent.Watch watch && parley.contains(watch.member())) {
      attendance.watch(watch.member(), watch.people());
    } else if (event instanceof RoomEvent.Muster muster) {
      register.tell(muster);
    } else if (event instanceof RoomEvent.Type type && room.isIn(type.person())) {
      typists.write(type.person());
    } else if (event instanceof RoomEvent.Beat) {
      attendance.tell(parley);
      tellTyping();
    }
  }

  /** After the names of those who write before everyone has been told of their coming. */
  private void tellTyping() {
    if (typists.beat()) {
      FromServer.Typing state = typists.state();
      Stream<FromServer> names =
          state.people().stream()
              .filter(attendance::isNews)
              .flatMap(id -> equipment.directory().person(id).stream())
              .map(FromServer.Named::new);
      fanOut.offer(parley, Frame.of(Stream.concat(names, Stream.of(state)).toList()));
    }
  }

  /** One frame for all members, of all entries that wait. */
  private void deliver() {
    if (batch.isEmpty()) {
      return;
    }
    fanOut.offer(
        parley, Frame.of(Stream.concat(introductions(), batch.stream().map(Telling::of)).toList()));
    if (!plain.isEmpty()) {
      fanOut.offer(plain, batch.stream().flatMap(this::plain).map(Frame::of).toList());
    }
    batch.forEach(library::note);
    delivered = batch.get(batch.size() - 1).position();
    batch.clear();
  }

  /** The names of those who speak before everyone has been told of their coming. */
  private Stream<FromServer> introductions() {
    return batch.stream()
        .flatMap(Telling::people)
        .distinct()
        .filter(attendance::isNews)
        .flatMap(id -> equipment.directory().person(id).stream())
        .map(FromServer.Named::new);
  }

  private void enter(RoomEvent.Enter enter) {
    Member member = enter.member();
    waiting.remove(member);
    if (!room.isIn(member.person())) {
      turnAway(member);
    } else if (member.format() == Format.PLAIN) {
      plain.add(member);
      member.entered(room);
    } else {
      answer(enter);
    }
  }

  /** They have left, or were removed, since they asked. */
  private void turnAway(Member member) {
    if (member.format() == Format.PARLEY) {
      member.hear(Frame.of(new FromServer.Left(room.id(), member.person())));
    }
    member.entered(room);
  }

  /**
   * Brings somebody from their position to where everyone else is: stretch by stretch, each asked
   * for when the one before is sent, and with the last one, which is in memory, they are a member.
   */
  private void answer(RoomEvent.Enter enter) {
    Member member = enter.member();
    Optional<Story> story = history.recall(enter.position(), delivered);
    if (story.isEmpty()) {
      parley.remove(member);
      waiting.put(member, enter);
      readNext();
      return;
    }
    Stretch stretch = Stretch.of(story.get().entries());
    Stream<Frame> told =
        Stream.concat(
            history.beginning(story.get(), delivered),
            history.entries(stretch.entries(), people()));
    if (stretch.isAll()) {
      history.tell(
          member, story.get(), Stream.concat(told, Stream.of(Frame.of(attendance.state()))));
      parley.add(member);
      member.entered(room);
    } else {
      parley.remove(member);
      history.tell(member, story.get(), told);
      member.more(room, stretch.end(delivered));
    }
  }

  private void readNext() {
    if (reading == null && !waiting.isEmpty()) {
      reading = waiting.values().iterator().next();
      history.read(reading, delivered);
    }
  }

  /** Nothing that was read is told to somebody who has gone, left, or asked again since. */
  private void read(RoomEvent.Read read) {
    reading = null;
    List<RoomEvent.Enter> all = List.copyOf(waiting.values());
    waiting.clear();
    for (RoomEvent.Enter enter : all) {
      Optional<Story> share = read.share(enter);
      if (share.isPresent() && room.isIn(enter.member().person())) {
        tell(enter, share.get(), read.upTo());
      } else {
        enter(enter); // memory may hold it by now
      }
    }
    readNext();
  }

  private void tell(RoomEvent.Enter enter, Story story, Position upTo) {
    Stretch stretch = Stretch.of(story.entries());
    history.tell(
        enter.member(),
        story,
        Stream.concat(
            history.beginning(story, upTo), history.entries(stretch.entries(), Stream.empty())));
    Position start =
        story instanceof Story.Afresh afresh ? afresh.start() : enter.position().orElseThrow();
    enter.member().more(room, stretch.end(start));
  }

  /** Who waits has to come back: what can't be read for one can't be for the others. */
  private void loseAll() {
    reading = null;
    waiting.keySet().forEach(Member::lost);
    waiting.clear();
  }

  /** Who is here, or of whom it is still to be told, and who the conversation is between. */
  private Stream<PersonId> people() {
    return Stream.concat(attendance.shown(), room.people().stream());
  }

  private void forget(Member member) {
    parley.remove(member);
    plain.remove(member);
    waiting.remove(member);
    attendance.forget(member);
  }

  private void leave(PersonId person) {
    Frame left = Frame.of(new FromServer.Left(room.id(), person));
    for (Member member : Set.copyOf(parley)) {
      if (member.person().equals(person)) {
        member.hear(left);
        forget(member);
      }
    }
    plain.removeIf(member -> member.person().equals(person));
    attendance.go(person);
    typists.rest(person);
  }

  /** A client without subprotocol hears what is said, and nothing else. */
  private Stream<Plain> plain(Entry entry) {
    return entry.act() instanceof Act.Say say && say.text() != null
        ? Stream.of(new Plain(say.text().content(), recipient(entry), name(entry.sender())))
        : Stream.empty();
  }

  private String recipient(Entry entry) {
    if (room.kind() != RoomKind.DIRECT) {
      return null;
    }
    PersonId other =
        room.people().stream()
            .filter(id -> !id.equals(entry.sender()))
            .findFirst()
            .orElse(entry.sender());
    return "@" + name(other);
  }

  private String name(PersonId id) {
    return equipment.directory().person(id).map(person -> person.name().text()).orElse(UNKNOWN);
  }
}
