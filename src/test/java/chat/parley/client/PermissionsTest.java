package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.Slow;
import chat.parley.log.Act;
import chat.parley.log.Draft;
import chat.parley.log.Text;
import chat.parley.message.Address;
import chat.parley.message.Emoji;
import chat.parley.message.FromClient;
import chat.parley.message.Membership;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import chat.parley.room.Room;
import chat.parley.room.StoredRoom;
import chat.parley.room.Traits;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who may do what in which room: {@code docs/permissions.md} is what is promised, and each of its
 * cells is tried. Every verb of the protocol has a row there.
 */
@Slow
class PermissionsTest {
  /** Verbs that are of no room: they tell nothing of one, and change none. */
  private static final Set<Class<?>> OF_NO_ROOM =
      Set.of(
          FromClient.Create.class,
          FromClient.Browse.class,
          FromClient.Recall.class,
          FromClient.Note.class,
          FromClient.Ask.class,
          FromClient.Ping.class,
          FromClient.Pong.class);

  private static final Map<String, Verb> VERBS = verbs();

  private final House house = new House(unlimited());
  private final PersonId other = house.directory.add("other");
  private int rooms;

  /** What somebody does about a room. */
  private record Verb(Class<? extends FromClient> type, Function<Situation, FromClient> message) {}

  /** A kind of room. */
  private enum Kind {
    LOBBY(Who.MEMBER, Who.MODERATOR),
    PUBLIC(Who.STRANGER, Who.INVITED, Who.REMOVED, Who.MEMBER, Who.MODERATOR, Who.OWNER),
    PRIVATE(Who.STRANGER, Who.INVITED, Who.REMOVED, Who.MEMBER, Who.MODERATOR, Who.OWNER),
    DIRECT(Who.STRANGER, Who.MEMBER, Who.MODERATOR),
    GROUP(Who.STRANGER, Who.MEMBER, Who.MODERATOR),
    ARCHIVED(Who.STRANGER, Who.INVITED, Who.REMOVED, Who.MEMBER, Who.MODERATOR, Who.OWNER);

    private final List<Who> columns;

    Kind(Who... columns) {
      this.columns = List.of(columns);
    }

    String title() {
      return name().toLowerCase();
    }
  }

  /** What somebody is to a room. As long as there are no roles, a moderator is a member. */
  private enum Who {
    STRANGER,
    INVITED,
    REMOVED,
    MEMBER,
    MODERATOR,
    OWNER;

    boolean isIn() {
      return compareTo(MEMBER) >= 0;
    }
  }

  /**
   * A room with people in it.
   *
   * @param me who tries something
   * @param own a message of theirs, if they could say one; else of somebody else's
   * @param foreign a message of somebody else's
   */
  private record Situation(
      Room room, PersonId me, PersonId other, PersonId third, long own, long foreign, Ref ref) {
    Address address() {
      return new Address.OfRoom(room.id());
    }

    Address person(PersonId id) {
      return new Address.OfPerson(id);
    }
  }

  private static Map<String, Verb> verbs() {
    Map<String, Verb> verbs = new LinkedHashMap<>();
    verbs.put(
        "message",
        verb(
            FromClient.Say.class, it -> new FromClient.Say(it.ref(), it.address(), "hello", null)));
    verbs.put(
        "message (a reply)",
        verb(
            FromClient.Say.class,
            it -> new FromClient.Say(it.ref(), it.address(), "hello", it.foreign())));
    verbs.put(
        "edit (one's own)",
        verb(
            FromClient.Edit.class,
            it -> new FromClient.Edit(it.ref(), it.address(), it.own(), "hello")));
    verbs.put(
        "edit (another's)",
        verb(
            FromClient.Edit.class,
            it -> new FromClient.Edit(it.ref(), it.address(), it.foreign(), "hello")));
    verbs.put(
        "delete (one's own)",
        verb(
            FromClient.Delete.class,
            it -> new FromClient.Delete(it.ref(), it.address(), it.own())));
    verbs.put(
        "delete (another's)",
        verb(
            FromClient.Delete.class,
            it -> new FromClient.Delete(it.ref(), it.address(), it.foreign())));
    verbs.put(
        "reaction",
        verb(
            FromClient.React.class,
            it ->
                new FromClient.React(it.ref(), it.address(), it.foreign(), new Emoji("👍"), true)));
    verbs.put(
        "pin",
        verb(
            FromClient.Pin.class,
            it -> new FromClient.Pin(it.ref(), it.address(), it.foreign(), true)));
    verbs.put(
        "settings (title)",
        verb(
            FromClient.Settle.class,
            it -> new FromClient.Settle(it.ref(), it.address(), new Title("Title"), null, null)));
    verbs.put(
        "settings (archived)",
        verb(
            FromClient.Settle.class,
            it -> new FromClient.Settle(it.ref(), it.address(), null, null, true)));
    verbs.put(
        "join", verb(FromClient.Join.class, it -> new FromClient.Join(it.ref(), it.address())));
    verbs.put(
        "leave", verb(FromClient.Leave.class, it -> new FromClient.Leave(it.ref(), it.address())));
    verbs.put(
        "decline",
        verb(FromClient.Decline.class, it -> new FromClient.Decline(it.ref(), it.address())));
    verbs.put(
        "invite",
        verb(
            FromClient.Invite.class,
            it -> new FromClient.Invite(it.ref(), it.address(), it.person(it.third()))));
    verbs.put(
        "remove",
        verb(
            FromClient.Remove.class,
            it -> new FromClient.Remove(it.ref(), it.address(), it.person(it.other()))));
    verbs.put(
        "owner",
        verb(
            FromClient.HandOn.class,
            it -> new FromClient.HandOn(it.ref(), it.address(), it.person(it.other()))));
    verbs.put(
        "resume",
        verb(
            FromClient.Resume.class,
            it ->
                new FromClient.Resume(
                    List.of(new Position(it.room().id(), 0, it.room().state().mark())), null)));
    verbs.put("page", verb(FromClient.Turn.class, it -> turn(it, null)));
    verbs.put("page (pinned)", verb(FromClient.Turn.class, it -> turn(it, true)));
    verbs.put(
        "members",
        verb(FromClient.Muster.class, it -> new FromClient.Muster(it.ref(), it.address(), null)));
    verbs.put(
        "read",
        verb(
            FromClient.Read.class,
            it -> new FromClient.Read(it.address(), it.foreign(), null, null)));
    verbs.put(
        "read (a thread)",
        verb(
            FromClient.Read.class,
            it -> new FromClient.Read(it.address(), it.foreign(), null, it.foreign())));
    verbs.put(
        "unread",
        verb(FromClient.Unread.class, it -> new FromClient.Unread(it.address(), it.foreign())));
    verbs.put(
        "presence",
        verb(
            FromClient.Watch.class,
            it -> new FromClient.Watch(it.room().id(), List.of(it.other()))));
    verbs.put("typing", verb(FromClient.Typing.class, it -> new FromClient.Typing(it.address())));
    return verbs;
  }

  private static FromClient turn(Situation it, Boolean pinned) {
    return new FromClient.Turn(it.ref(), it.address(), null, null, null, null, null, pinned, null);
  }

  private static Verb verb(
      Class<? extends FromClient> type, Function<Situation, FromClient> message) {
    return new Verb(type, message);
  }

  private static Conditions unlimited() {
    Conditions conditions = new Conditions();
    conditions.rate = 0;
    conditions.rooms = 0;
    return conditions;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everyVerbHasARow() {
    Set<Class<?>> rows =
        Stream.concat(VERBS.values().stream().map(Verb::type), OF_NO_ROOM.stream())
            .collect(Collectors.toSet());
    assertEquals(leaves(FromClient.class).collect(Collectors.toSet()), rows);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PermissionsTest::leaves)
        : Stream.of(type);
  }

  @Test
  void eachCellOfThePageIsTrue() throws IOException {
    String page = Files.readString(Path.of("docs/permissions.md"));
    String shown = page.substring(page.indexOf("## "));
    String actual =
        Arrays.stream(Kind.values()).map(this::section).collect(Collectors.joining("\n"));
    assertEquals(shown, actual);
  }

  /** The page's section of a kind of room, of what really happens. */
  private String section(Kind kind) {
    List<String> lines = new ArrayList<>();
    lines.add("## " + kind.title());
    lines.add("");
    lines.add(line("verb", kind.columns.stream().map(who -> who.name().toLowerCase()).toList()));
    lines.add(line("---", kind.columns.stream().map(who -> "---").toList()));
    VERBS.forEach(
        (name, verb) ->
            lines.add(
                line(name, kind.columns.stream().map(who -> outcome(kind, who, verb)).toList())));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String first, List<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells) + " |";
  }

  /** What comes of it: {@code yes}, the refusal's code, or {@code nothing}. */
  private String outcome(Kind kind, Who who, Verb verb) {
    Situation situation = situation(kind, who);
    House.Guest guest = house.parley(situation.me());
    guest.send(verb.message().apply(situation));
    house.states.beat();
    house.states.beat();
    List<JsonObject> heard = guest.connection.objects();
    if (verb.type() == FromClient.Typing.class) {
      situation.room().beat();
      house.settle();
      heard = guest.connection.objects("typing");
    }
    Optional<String> refusal =
        heard.stream()
            .filter(it -> it.getString("type").equals("refused"))
            .map(it -> "`" + it.getString("code") + "`")
            .findFirst();
    boolean isAnswered =
        verb.type() == FromClient.Watch.class
            || heard.stream()
                .anyMatch(it -> it.getString("recipient", "").equals(situation.room().id().value()))
            || heard.stream().anyMatch(it -> isState(it, situation.room()));
    guest.go();
    return refusal.orElse(isAnswered ? "yes" : "nothing");
  }

  private static boolean isState(JsonObject message, Room room) {
    return message.getString("type").equals("state")
        && message.getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
            .anyMatch(it -> it.getString("room").equals(room.id().value()));
  }

  /** A new room of this kind, with its people and a message of each. */
  private Situation situation(Kind kind, Who who) {
    int number = rooms++;
    PersonId me = house.directory.add("me" + number);
    PersonId third = house.directory.add("third" + number);
    house.inbox.hold();
    Room room = room(kind, who == Who.OWNER ? me : other, number, me, who);
    act(room, other, say());
    if (who.isIn()) {
      act(room, me, say());
    }
    if (kind == Kind.ARCHIVED) {
      act(room, who == Who.OWNER ? me : other, new Act.Settle(null, null, true));
    }
    house.inbox.letGo();
    house.settle();
    long end = house.store.end(room.id()).seq() - (kind == Kind.ARCHIVED ? 1 : 0);
    return new Situation(
        room, me, other, third, end, who.isIn() ? end - 1 : end, new Ref("try" + number));
  }

  private Room room(Kind kind, PersonId owner, int number, PersonId me, Who who) {
    return switch (kind) {
      case LOBBY -> house.rooms.lobby();
      case DIRECT -> house.rooms.among(Set.of(owner, who.isIn() ? me : house.bob));
      case GROUP -> house.rooms.among(Set.of(owner, house.ann, who.isIn() ? me : house.bob));
      case PUBLIC, ARCHIVED -> open(number, owner, me, who);
      case PRIVATE -> hidden(owner, me, who);
    };
  }

  private Room open(int number, PersonId owner, PersonId me, Who who) {
    Name name = new Name("room" + number);
    house.rooms.joinOrFound(owner, name, room -> draft(room, owner, joined(owner)));
    Room room = house.rooms.find(name).orElseThrow();
    if (!owner.equals(other)) {
      act(room, other, joined(other));
    }
    place(room, owner, me, who, true);
    return room;
  }

  private Room hidden(PersonId owner, PersonId me, Who who) {
    RoomId id = RoomId.random();
    house.rooms.found(
        owner,
        StoredRoom.hidden(id, new Traits(new Title("Plans"), Topic.NONE, null, false)),
        room -> draft(room, owner, joined(owner)));
    house.inbox.store();
    Room room = house.rooms.find(id, owner).orElseThrow();
    if (!owner.equals(other)) {
      act(room, owner, new Act.Belong(other, Membership.INVITED));
      act(room, other, joined(other));
    }
    place(room, owner, me, who, false);
    return room;
  }

  private void place(Room room, PersonId owner, PersonId me, Who who, boolean isOpen) {
    if (who == Who.STRANGER || who == Who.OWNER) {
      return;
    }
    if (who == Who.INVITED || !isOpen) {
      act(room, owner, new Act.Belong(me, Membership.INVITED));
    }
    if (who != Who.INVITED) {
      act(room, me, joined(me));
    }
    if (who == Who.REMOVED) {
      act(room, owner, new Act.Belong(me, Membership.REMOVED));
    }
  }

  private static Act joined(PersonId person) {
    return new Act.Belong(person, Membership.JOINED);
  }

  private static Act say() {
    return new Act.Say(Text.of("hello"), null);
  }

  private void act(Room room, PersonId person, Act act) {
    house.inbox.append(draft(room, person, act));
  }

  private static Draft draft(Room room, PersonId person, Act act) {
    return new Draft(
        room,
        person,
        null,
        act,
        outcome -> {
          throw new AssertionError("not made: " + outcome);
        });
  }
}
