package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Change;
import chat.parley.message.Address;
import chat.parley.message.FromClient;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.room.Room;
import chat.parley.state.MarkTable;
import chat.parley.state.ReadMark;
import chat.parley.state.StoredMark;
import jakarta.json.JsonObject;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadStatesTest {
  private final House house = new House(new Conditions());
  private final Room lobby = house.rooms.lobby();
  private final House.Guest ann = house.parley(house.ann);
  private final House.Guest bob = house.parley(house.bob);

  @AfterEach
  void close() {
    house.close();
  }

  private void beat() {
    house.settle();
    house.states.beat();
    house.states.beat(); // what was stored by the first is told by the second
  }

  /** What a connection was told last of a room: seq, turn, asOf, unread, mentions. */
  private static List<Integer> told(House.Guest guest, Room room) {
    return List.of("seq", "turn", "asOf", "unread", "mentions").stream()
        .map(last(guest, room)::getInt)
        .toList();
  }

  private static JsonObject last(House.Guest guest, Room room) {
    List<JsonObject> all =
        guest.connection.objects("state").stream()
            .flatMap(it -> it.getJsonArray("rooms").getValuesAs(JsonObject.class).stream())
            .filter(it -> it.getString("room").equals(room.id().value()))
            .toList();
    return all.get(all.size() - 1);
  }

  private static Address at(Room room) {
    return new Address.OfRoom(room.id());
  }

  private static FromClient.Read read(Room room, long seq, Long turn) {
    return new FromClient.Read(at(room), seq, turn, null);
  }

  private void reply(House.Guest guest, long root, String content) {
    guest.send(
        new FromClient.Say(new Ref("reply" + content.length() + root), at(lobby), content, root));
  }

  private List<StoredMark> stored(PersonId person) {
    return house.database.read(MarkTable::all).stream()
        .filter(mark -> mark.person().equals(person))
        .toList();
  }

  @Test
  void whoComesToTheLobbyForTheFirstTimeHasReadWhatIsThere() {
    bob.say("#lobby", "one");
    House.Guest cem = house.parley(house.cem);
    beat();
    assertEquals(List.of(1, 0, 1, 0, 0), told(cem, lobby));
    bob.say("#lobby", "two, @cem");
    cem.go();
    House.Guest again = house.parley(house.cem);
    beat();
    assertEquals(List.of(1, 0, 2, 1, 1), told(again, lobby));
  }

  @Test
  void aMarkMovesForwardAndIsToldToAllConnections() {
    for (int i = 0; i < 3; i++) {
      bob.say("#lobby", "x" + i);
    }
    House.Guest other = house.parley(house.ann);
    ann.send(read(lobby, 2, 0L));
    beat();
    assertEquals(List.of(2, 0, 3, 1, 0), told(ann, lobby));
    assertEquals(List.of(2, 0, 3, 1, 0), told(other, lobby));
    ann.send(read(lobby, 1, 0L));
    other.send(read(lobby, 99, null));
    beat();
    assertEquals(List.of(3, 0, 3, 0, 0), told(ann, lobby));
  }

  @Test
  void takingBackWinsOverWhatWasReadBefore() {
    for (int i = 0; i < 3; i++) {
      bob.say("#lobby", "x" + i);
    }
    ann.send(read(lobby, 3, 0L));
    ann.send(new FromClient.Unread(at(lobby), 2));
    ann.send(read(lobby, 3, 0L));
    beat();
    assertEquals(List.of(1, 1, 3, 2, 0), told(ann, lobby));
    ann.send(read(lobby, 3, 1L));
    beat();
    assertEquals(List.of(3, 1, 3, 0, 0), told(ann, lobby));
  }

  @Test
  void theFirstMarkIsStoredBeforeItIsTold() {
    bob.say("#lobby", "one");
    house.directory.settled(house.cem);
    House.Guest cem = house.parley(house.cem);
    house.inbox.hold();
    house.states.beat();
    assertEquals(List.of(), cem.connection.objects("state"));
    house.inbox.letGo();
    house.states.beat();
    assertEquals(List.of(1, 0, 1, 0, 0), told(cem, lobby));
  }

  @Test
  void itIsToldOnceItIsStored() {
    ann.say("#lobby", "I last");
    bob.say("#lobby", "one");
    beat();
    house.inbox.hold();
    ann.send(read(lobby, 2, null));
    ann.connection.forget();
    house.states.beat();
    house.states.beat();
    assertEquals(List.of(), ann.connection.objects("state"));
    house.inbox.letGo();
    house.states.beat();
    assertEquals(List.of(2, 0, 2, 0, 0), told(ann, lobby));
    assertEquals(
        List.of(new StoredMark(house.ann, lobby.id(), new ReadMark(2, 0))), stored(house.ann));
  }

  @Test
  void whatCouldNotBeStoredIsStoredLater() {
    ann.say("#lobby", "I last");
    bob.say("#lobby", "one");
    beat();
    house.inbox.hold();
    ann.send(read(lobby, 2, null));
    house.states.beat();
    house.inbox.fail();
    house.inbox.setFull(true);
    house.states.beat();
    house.inbox.setFull(false);
    house.inbox.letGo();
    beat();
    assertEquals(List.of(2, 0, 2, 0, 0), told(ann, lobby));
  }

  @Test
  void marksOfAGuestAreStoredOnceTheySaySomethingAndElseForgottenWithThem() {
    bob.say("#lobby", "one");
    ann.send(read(lobby, 1, null));
    beat();
    assertEquals(List.of(1, 0, 1, 0, 0), told(ann, lobby));
    assertEquals(List.of(), stored(house.ann));
    ann.say("#lobby", "two");
    for (int i = 0; i < 10; i++) {
      beat();
    }
    assertEquals(
        List.of(new StoredMark(house.ann, lobby.id(), new ReadMark(1, 0))), stored(house.ann));
    House.Guest cem = house.parley(house.cem);
    beat();
    assertEquals(2, told(cem, lobby).get(0));
    cem.go();
    house.presence.gone(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
    bob.say("#lobby", "three");
    for (int i = 0; i < 10; i++) {
      beat();
    }
    House.Guest again = house.parley(house.cem);
    beat();
    assertEquals(List.of(3, 0, 3, 0, 0), told(again, lobby));
  }

  @Test
  void whoJoinsHasReadWhatWasThereBefore() {
    bob.join("#tea");
    bob.say("#tea", "one");
    ann.join("#tea");
    bob.say("#tea", "two");
    beat();
    Room tea = house.rooms.find(new Name("tea")).orElseThrow();
    assertEquals(List.of(3, 0, 4, 1, 0), told(ann, tea));
    ann.leave("#tea");
    ann.connection.forget();
    ann.send(read(tea, 4, null));
    beat();
    assertEquals(List.of("not_joined"), ann.connection.refusals());
    assertEquals(List.of(), ann.connection.objects("state"));
  }

  @Test
  void aMarkBeyondTheRoomsEndIsItsEnd() {
    bob.say("#lobby", "one");
    house.inbox.append(
        (Change)
            connection -> {
              try (Statement insert = connection.createStatement()) {
                insert.execute(
                    "INSERT INTO read_mark (person, room, thread, seq, turn) VALUES ('%s', '%s', 0, 99, 2)"
                        .formatted(house.ann, lobby.id()));
              }
            });
    try (House later = new House(new Conditions(), house.database)) {
      House.Guest again = later.parley(later.ann);
      House.Guest other = later.parley(later.bob);
      later.states.beat();
      assertEquals(List.of(1, 2, 1, 0, 0), told(again, later.rooms.lobby()));
      other.send(new FromClient.Say(new Ref("two"), at(lobby), "two", null));
      again.send(read(later.rooms.lobby(), 1, 2L));
      later.states.beat();
      later.states.beat();
      assertEquals(List.of(1, 2, 2, 1, 0), told(again, later.rooms.lobby()));
    }
  }

  @Test
  void whomSomebodyWritesToHasOneUnread() {
    bob.say("@ann", "are you there?");
    beat();
    Room room = house.rooms.among(Set.of(house.ann, house.bob));
    assertEquals(List.of(0, 0, 1, 1, 0), told(ann, room));
  }

  @Test
  void newRepliesAreToldToThoseWhoFollowTheThread() {
    House.Guest cem = house.parley(house.cem);
    ann.say("#lobby", "who comes?");
    beat();
    List.of(ann, bob, cem).forEach(guest -> guest.connection.forget());
    reply(bob, 1, "I do, and @here");
    beat();
    assertEquals(1, unreadReplies(ann));
    assertEquals(1, unreadReplies(cem));
    reply(bob, 1, "with cake");
    beat();
    assertEquals(2, unreadReplies(ann));
    ann.send(new FromClient.Read(at(lobby), 3, null, 1L));
    beat();
    assertTrue(!last(ann, lobby).containsKey("threads"));
    bob.send(new FromClient.Delete(new Ref("d"), at(lobby), 3));
    beat();
    assertEquals(1, unreadReplies(cem));
  }

  private int unreadReplies(House.Guest guest) {
    JsonObject thread = last(guest, lobby).getJsonArray("threads").getJsonObject(0);
    assertEquals(1, thread.getInt("thread"));
    return thread.getInt("unread");
  }

  @Test
  void aThreadThatOneDoesNotFollowHasNoMark() {
    ann.say("#lobby", "who comes?");
    bob.send(new FromClient.Read(at(lobby), 1, null, 1L));
    bob.send(new FromClient.Read(at(lobby), 1, null, 12345L));
    beat();
    long rows =
        house.database.read(
            connection -> {
              try (var statement = connection.createStatement();
                  var row =
                      statement.executeQuery("SELECT COUNT(*) FROM read_mark WHERE thread <> 0")) {
                row.next();
                return row.getLong(1);
              }
            });
    assertEquals(0, rows);
  }

  @Test
  void aRoomIsToldBeforeWhatIsUnreadInIt() {
    bob.join("#tea");
    beat();
    ann.connection.forget();
    ann.tell(new FromClient.Join(new Ref("j"), Address.of("#tea")));
    house.states.beat();
    assertEquals(List.of(), ann.connection.objects("state"));
    house.settle();
    assertEquals(1, ann.connection.objects("reset").size());
    bob.say("#tea", "one");
    beat();
    Room tea = house.rooms.find(new Name("tea")).orElseThrow();
    assertEquals(List.of(2, 0, 3, 1, 0), told(ann, tea));
  }

  @Test
  void inManyRoomsItIsToldInSeveralFrames() {
    for (int i = 0; i < 150; i++) {
      bob.join("#room" + i);
    }
    for (int i = 0; i < 150; i++) {
      PersonId other = house.directory.add("other" + i);
      house.rooms.among(Set.of(house.bob, other));
    }
    beat();
    bob.connection.forget();
    house.states.come(
        house.bob, house.rooms.of(house.bob).stream().map(Room::id).collect(Collectors.toSet()));
    beat();
    List<String> rooms = new ArrayList<>();
    for (JsonObject state : bob.connection.objects("state")) {
      List<JsonObject> some = state.getJsonArray("rooms").getValuesAs(JsonObject.class);
      assertTrue(some.size() <= 200);
      rooms.addAll(some.stream().map(it -> it.getString("room")).toList());
    }
    assertEquals(
        house.rooms.of(house.bob).stream().map(room -> room.id().value()).sorted().toList(),
        rooms.stream().sorted().toList());
  }

  @Test
  void nothingIsToldBeforeResumeOrWithoutTheSubprotocol() {
    House.Guest early = house.welcome(house.ann);
    House.Guest plain = house.plain(house.ann);
    bob.say("#lobby", "one");
    ann.send(read(lobby, 1, null));
    beat();
    assertEquals(List.of(), early.connection.objects("state"));
    assertEquals(List.of(), plain.connection.objects("state"));
    early.send(read(lobby, 1, null));
    assertEquals(List.of("not_resumed"), early.connection.refusals());
  }
}
