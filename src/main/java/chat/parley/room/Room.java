package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.log.Draft;
import chat.parley.log.Entry;
import chat.parley.log.Leaf;
import chat.parley.log.LoggedRoom;
import chat.parley.log.Outcome;
import chat.parley.log.Past;
import chat.parley.log.Store;
import chat.parley.message.FromServer;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A room: its id, its name, and who is in it. Whatever happens to it is posted to its pass, in
 * order. Thread-safe.
 */
public final class Room implements LoggedRoom {
  private final RoomId id;
  private final RoomKind kind;
  private final Name name;
  private final Set<PersonId> people;
  private final boolean everyone;
  private final Roll roll;
  private final Belongings belongings;
  private final Equipment equipment;
  private final Mailbox<RoomEvent> pass;
  private final Library library;

  private Room(StoredRoom stored, boolean everyone, Belongings belongings, Equipment equipment) {
    this.id = stored.id();
    this.kind = stored.kind();
    this.name = stored.name();
    this.people = stored.people();
    this.everyone = everyone;
    this.roll = new Roll(stored.traits(), stored.places());
    this.belongings = belongings;
    this.equipment = equipment;
    this.library = new Library(this, equipment);
    this.pass = new Mailbox<>(equipment.passes(), new Audience(this, equipment, library)::handle);
  }

  /** A public room that everyone is in. */
  static Room lobby(StoredRoom stored, Belongings belongings, Equipment equipment) {
    return new Room(stored, true, belongings, equipment);
  }

  /** Any other room. */
  static Room of(StoredRoom stored, Belongings belongings, Equipment equipment) {
    return new Room(stored, false, belongings, equipment);
  }

  @Override
  public RoomId id() {
    return id;
  }

  /** What sort of room it is. */
  public RoomKind kind() {
    return kind;
  }

  /** Its name; empty if it is not public. */
  public Optional<Name> name() {
    return Optional.ofNullable(name);
  }

  /** Who a conversation or a group is of; empty for other rooms. */
  public Set<PersonId> people() {
    return people;
  }

  /** Whether everyone is in it, as in the lobby. */
  public boolean isForEveryone() {
    return everyone;
  }

  /** Whether this person is in the room, as far as is stored, and so hears it. */
  public boolean isIn(PersonId person) {
    return everyone
        || people.contains(person)
        || roll.place(person).filter(Place::isMember).isPresent();
  }

  /**
   * The seq of the entry by which somebody came into the room; 0 if they have been in it from the
   * beginning, or aren't in it.
   */
  public long since(PersonId person) {
    return roll.place(person).filter(Place::isMember).map(Place::since).orElse(0L);
  }

  /** Whether this person may know that the room is there, as far as is stored. */
  public boolean isKnownTo(PersonId person) {
    return kind == RoomKind.PUBLIC || isIn(person) || roll.place(person).isPresent();
  }

  /** What this person is told of their invitation, if they have one, as far as is stored. */
  Optional<FromServer.Invited> invitation(PersonId person) {
    return roll.place(person)
        .map(Place::inviter)
        .map(inviter -> new FromServer.Invited(state(), inviter));
  }

  /** What this person is invited to now, this room or others. */
  FromServer.Invitations invitations(PersonId person) {
    return belongings.toldInvitations(person, equipment.directory());
  }

  /** What is set of the room, as far as is stored. */
  Traits traits() {
    return roll.traits();
  }

  /** How it stands in a frame, where it ends at this position. */
  FromServer.RoomState state(Position end) {
    Traits traits = roll.traits();
    return new FromServer.RoomState(
        id,
        kind,
        name == null ? null : "#" + name,
        traits.title().equals(Title.NONE) ? null : traits.title(),
        traits.topic().equals(Topic.NONE) ? null : traits.topic(),
        kind.isFixed() ? List.copyOf(people) : null,
        traits.owner(),
        traits.archived() ? true : null,
        end.seq(),
        end.mark());
  }

  /** How it stands in a list of rooms. */
  FromServer.Listed listed() {
    return new FromServer.Listed(state(), everyone ? null : roll.members());
  }

  /** Tells a connection who is in the room and who is invited to it, after somebody by id. */
  public void muster(Member member, Ref ref, PersonId after) {
    pass.post(new RoomEvent.Muster(member, ref, after));
  }

  /** This person is writing something. Who may not write there is passed over. */
  public void type(PersonId person) {
    if (isIn(person) && !roll.traits().archived()) {
      pass.post(new RoomEvent.Type(person));
    }
  }

  /** How many are in the room, as far as is stored. */
  int members() {
    return roll.members();
  }

  /** Who has a place in the room, by id, after this person, or from the first one on. */
  Map<PersonId, Place> placesAfter(PersonId person) {
    return roll.placesAfter(person);
  }

  /** How it stands in a frame now. */
  public FromServer.RoomState state() {
    return state(store().end(id));
  }

  private Store store() {
    return equipment.store();
  }

  @Override
  public Optional<Outcome.Refused> judge(Draft draft, Past past) throws SQLException {
    try {
      new Rules(new Latest(), past, draft.sender()).check(draft.act());
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(new Outcome.Refused(draft, refusal.code(), refusal.getMessage()));
    }
  }

  @Override
  public void enter(Entry entry, Connection connection) throws SQLException {
    Traits before = roll.latestTraits();
    if (entry.act() instanceof Act.Belong belong) {
      enter(belong, entry);
      RoomTable.put(connection, id, belong.person(), roll.latestPlace(belong.person()));
    } else {
      roll.enter(entry);
    }
    if (!roll.latestTraits().equals(before)) {
      RoomTable.update(connection, id, roll.latestTraits());
    }
  }

  private void enter(Act.Belong belong, Entry entry) {
    int before = joined(belong.person());
    roll.enter(entry);
    belongings.enter(belong.person(), joined(belong.person()) - before);
  }

  private int joined(PersonId person) {
    return roll.latestPlace(person).filter(Place::isMember).isPresent() ? 1 : 0;
  }

  @Override
  public void forget() {
    roll.forget();
    belongings.clear();
  }

  @Override
  public void committed(List<Outcome> outcomes) {
    if (outcomes.stream().anyMatch(Outcome.Stored.class::isInstance)) {
      roll.commit().forEach((person, place) -> belongings.note(person, this, place));
      belongings.clear();
    }
    pass.post(new RoomEvent.Committed(outcomes));
  }

  /** The room is stored: whose conversation it is hear it from now on. */
  void begin() {
    people.forEach(person -> belongings.note(person, this, Optional.of(Place.FOR_EVER)));
    pass.post(new RoomEvent.Begun());
  }

  /**
   * Lets a connection hear the room: from the position on, or from the log's tail if there is none.
   */
  public void enter(Member member, Optional<Position> position) {
    pass.post(new RoomEvent.Enter(member, position));
  }

  /** Whether this person may read the room, as far as is stored. */
  public boolean isReadableBy(PersonId person) {
    return kind == RoomKind.PUBLIC || isIn(person);
  }

  /** Has a page of the room's history read for a connection, which is told it by the pass. */
  public void turn(Member member, Ref ref, Leaf leaf) {
    library.turn(new Turning(member, ref, leaf, 0));
  }

  /** A page was read for a connection. */
  void turned(RoomEvent.Turned turned) {
    pass.post(turned);
  }

  /** What was read for a connection. */
  void read(RoomEvent.Read read) {
    pass.post(read);
  }

  /** What connections wait for can't be read. */
  void notRead() {
    pass.post(new RoomEvent.NotRead());
  }

  /** Forgets a connection. */
  public void exit(Member member) {
    pass.post(new RoomEvent.Exit(member));
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

  /** The room at the end of its order. For the committer's thread. */
  private final class Latest implements Standing {
    @Override
    public RoomKind kind() {
      return kind;
    }

    @Override
    public boolean isForEveryone() {
      return everyone;
    }

    @Override
    public boolean isNew() {
      return store().end(id).seq() == 0 && !roll.isEntered();
    }

    @Override
    public boolean isArchived() {
      return roll.latestTraits().archived();
    }

    @Override
    public Rank rank(PersonId person) {
      if (everyone || people.contains(person)) {
        return Rank.MEMBER;
      }
      return roll.latestPlace(person)
          .map(place -> place.isMember() ? rankOfMember(person) : Rank.INVITED)
          .orElse(Rank.STRANGER);
    }

    private Rank rankOfMember(PersonId person) {
      return person.equals(roll.latestTraits().owner()) ? Rank.OWNER : Rank.MEMBER;
    }

    @Override
    public boolean isSharedBy(PersonId person) {
      return roll.isSharedBy(person);
    }

    @Override
    public long joined(PersonId person) {
      return belongings.latestCount(person);
    }

    @Override
    public long invitations(PersonId person) {
      return belongings.invitations(person).count();
    }

    @Override
    public int limit() {
      return equipment.limit();
    }
  }
}
