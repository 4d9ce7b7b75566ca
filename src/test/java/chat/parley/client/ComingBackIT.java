package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Act;
import chat.parley.log.CountedDatabase;
import chat.parley.log.Draft;
import chat.parley.log.Engine;
import chat.parley.log.OnEachEngine;
import chat.parley.log.Positions;
import chat.parley.log.Store;
import chat.parley.log.Text;
import chat.parley.message.FromClient;
import chat.parley.message.Membership;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import chat.parley.room.Room;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Ten thousand come back after a restart, and the database is asked little for it. */
@OnEachEngine
class ComingBackIT {
  private static final int PEOPLE = 10_000;
  private static final int ROOMS = 1000;

  /** Rooms of each, besides the lobby. */
  private static final int OWN = 3;

  /** Things said in each room, of which everybody missed some, or none. */
  private static final int SAID = 15;

  /** Things said in the lobby: more than is in memory of each room. */
  private static final int SAID_IN_LOBBY = 40;

  /** They come within 15 s, in which what is unread is counted so often. */
  private static final int BEATS = 150;

  /** Statements in all, from the reading of what is stored at the start. */
  private static final int MOST = 500;

  /** Every such one comes with a browser that holds nothing. */
  private static final int NEW_BROWSER = 1000;

  /** Of every such one it is looked at each frame; of the others frames are counted. */
  private static final int LOOKED_AT = 20;

  @Parameter Engine engine;
  @TempDir Path folder;

  /** Where each room stood after each of its last entries, the latest at the end. */
  private final Map<RoomId, List<Position>> positions = new HashMap<>();

  private final Map<RoomId, PersonId> speakers = new HashMap<>();

  private static Conditions unlimited() {
    Conditions conditions = new Conditions();
    conditions.rate = 0;
    conditions.connections = 0;
    return conditions;
  }

  private static List<PersonId> people(House house) {
    return IntStream.range(0, PEOPLE)
        .mapToObj(i -> house.directory.add("person" + i))
        .peek(house.directory::settled)
        .toList();
  }

  @Test
  void everybodyIsToldEverything() {
    try (House before = new House(unlimited(), engine.open(folder))) {
      List<PersonId> people = people(before);
      join(before, people);
      talk(before);
      read(before, people);
    }
    CountedDatabase database = new CountedDatabase(engine.open(folder));
    try (House after = new House(unlimited(), database)) {
      List<PersonId> people = people(after);
      for (int i = 0; i < BEATS; i++) {
        comeBack(after, people, i * PEOPLE / BEATS, (i + 1) * PEOPLE / BEATS);
      }
    }
    System.getLogger(getClass().getName())
        .log(System.Logger.Level.INFO, "{0} statements on {1}", database.statements(), engine);
    assertTrue(database.statements() < MOST, database.statements() + " statements");
  }

  private static Name room(int person, int number) {
    return new Name("room" + (person + number * 211) % ROOMS);
  }

  private static void join(House house, List<PersonId> people) {
    house.inbox.hold();
    for (int i = 0; i < PEOPLE; i++) {
      PersonId person = people.get(i);
      for (int number = 0; number < OWN; number++) {
        house.rooms.joinOrFound(
            person,
            room(i, number),
            room -> draft(room, person, new Act.Belong(person, Membership.JOINED)));
      }
    }
    house.inbox.letGo();
    house.settle();
  }

  private static Draft draft(Room room, PersonId person, Act act) {
    return new Draft(room, person, null, act, outcome -> {});
  }

  private void talk(House house) {
    house.inbox.hold();
    say(house, house.rooms.lobby(), house.ann, SAID_IN_LOBBY);
    for (int i = 0; i < ROOMS; i++) {
      Room room = house.rooms.find(new Name("room" + i)).orElseThrow();
      say(house, room, room.state().owner(), SAID);
    }
    house.inbox.letGo();
    house.settle();
    house.database.read(
        connection -> {
          for (RoomId room : speakers.keySet()) {
            List<Position> some = new ArrayList<>();
            long end = house.store.end(room).seq();
            for (long seq = Math.max(0, end - SAID_IN_LOBBY); seq <= end; seq++) {
              some.add(Positions.of(connection, room, seq));
            }
            positions.put(room, some);
          }
          return null;
        });
  }

  private void say(House house, Room room, PersonId speaker, int count) {
    speakers.put(room.id(), speaker);
    for (int i = 0; i < count; i++) {
      house.inbox.append(draft(room, speaker, new Act.Say(Text.of("Said " + i), null)));
    }
  }

  /** How much somebody missed of a room. */
  private static int missed(int person, Room room) {
    return room.isForEveryone()
        ? person % SAID_IN_LOBBY
        : Math.floorMod(person + room.id().hashCode(), SAID + 1);
  }

  private Position held(int person, Room room) {
    List<Position> all = positions.get(room.id());
    return all.get(all.size() - 1 - missed(person, room));
  }

  /** Everybody has read what they hold. */
  private void read(House house, List<PersonId> people) {
    for (int i = 0; i < PEOPLE; i++) {
      for (Room room : house.rooms.of(people.get(i))) {
        house.states.read(people.get(i), room, held(i, room).seq(), null);
      }
    }
    house.states.beat();
  }

  private void comeBack(House house, List<PersonId> people, int from, int to) {
    List<House.Guest> guests = new ArrayList<>();
    for (int i = from; i < to; i++) {
      House.Guest guest = house.arrive(people.get(i));
      guest.connection.forget();
      List<Position> held = isNew(i) ? List.of() : held(house, i, guest);
      guest.tell(new FromClient.Resume(held, null));
      guests.add(guest);
    }
    house.settle();
    house.notebooks.beat();
    house.states.beat();
    for (int i = from; i < to; i++) {
      House.Guest guest = guests.get(i - from);
      check(house, i, guest);
      guest.connection.forget();
    }
  }

  private List<Position> held(House house, int person, House.Guest guest) {
    return house.rooms.of(guest.client.person()).stream().map(room -> held(person, room)).toList();
  }

  private static boolean isNew(int person) {
    return person % NEW_BROWSER == 0;
  }

  private void check(House house, int person, House.Guest guest) {
    List<Room> rooms = house.rooms.of(guest.client.person());
    if (person % LOOKED_AT == 0) {
      look(rooms, person, guest);
    } else {
      int missed = rooms.stream().mapToInt(room -> missed(person, room)).sum();
      assertEquals(1, count(guest, "\"notes\":"), () -> "notes told to " + person);
      assertEquals(missed + 1, count(guest, "\"mark\":"), () -> "entries told to " + person);
      assertEquals(rooms.size(), count(guest, "\"asOf\":"), () -> "rooms counted for " + person);
    }
    assertEquals(List.of(), guest.connection.closed);
  }

  private static int count(House.Guest guest, String field) {
    return guest.connection.sent.stream()
        .mapToInt(frame -> frame.split(field, -1).length - 1)
        .sum();
  }

  private void look(List<Room> rooms, int person, House.Guest guest) {
    Map<String, Integer> heard = new HashMap<>();
    Map<String, JsonObject> told = new HashMap<>();
    for (JsonObject object : guest.connection.objects()) {
      if (object.containsKey("seq") && !object.getString("type").equals("reset")) {
        heard.merge(object.getString("recipient"), 1, Integer::sum);
      } else if (object.getString("type").equals("state")) {
        object
            .getJsonArray("rooms")
            .getValuesAs(JsonObject.class)
            .forEach(room -> told.put(room.getString("room"), room));
      }
    }
    for (Room room : rooms) {
      String name = room.id().value();
      int missed = missed(person, room);
      long all = isNew(person) ? Math.min(Store.TAIL, room.state().seq()) : missed;
      assertEquals(all, heard.getOrDefault(name, 0).longValue(), () -> person + " in " + name);
      boolean spoke = speakers.get(room.id()).equals(guest.client.person());
      assertEquals(
          spoke ? 0 : missed, told.get(name).getInt("unread"), () -> person + " in " + name);
    }
    assertEquals(1, guest.connection.objects("notes").size());
  }
}
