package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Address;
import chat.parley.message.FromClient;
import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked about rooms: which there are, who is in one, and where somebody was named. */
class LookingUpTest {
  private final House house = new House(conditions());
  private final House.Guest ann = house.parley(house.ann);
  private final House.Guest bob = house.parley(house.bob);
  private int refs;

  private static Conditions conditions() {
    Conditions conditions = new Conditions();
    conditions.rate = 0;
    conditions.rooms = 0;
    return conditions;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Ref ref() {
    return new Ref("q" + refs++);
  }

  private JsonObject browse(House.Guest guest, String query, String after) {
    guest.connection.forget();
    guest.send(new FromClient.Browse(ref(), query, after == null ? null : Address.of(after)));
    return guest.connection.objects("rooms").get(0);
  }

  private static List<String> names(JsonObject rooms) {
    return rooms.getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
        .map(it -> it.getJsonObject("room").getString("name"))
        .toList();
  }

  private void settle(
      House.Guest guest, String room, String title, String topic, Boolean archived) {
    guest.send(
        new FromClient.Settle(
            ref(),
            Address.of(room),
            title == null ? null : new Title(title),
            topic == null ? null : new Topic(topic),
            archived));
  }

  @Test
  void publicRoomsAreListedByNameWithHowManyAreInThem() {
    ann.join("#tea");
    ann.join("#Cake");
    bob.join("#tea");
    bob.send(
        new FromClient.Create(ref(), RoomKind.PRIVATE, null, new Title("Plans"), null, List.of()));
    JsonObject rooms = browse(bob, null, null);
    assertEquals(List.of("#Cake", "#lobby", "#tea"), names(rooms));
    List<JsonObject> listed = rooms.getJsonArray("rooms").getValuesAs(JsonObject.class);
    assertEquals(1, listed.get(0).getInt("members"));
    assertFalse(listed.get(1).containsKey("members"));
    assertEquals(2, listed.get(2).getInt("members"));
    assertFalse(rooms.containsKey("more"));
    bob.leave("#tea");
    assertEquals(
        1, browse(bob, "tea", null).getJsonArray("rooms").getJsonObject(0).getInt("members"));
  }

  @Test
  void theyAreFoundByNameTitleAndTopic() {
    ann.join("#tea");
    ann.join("#second");
    ann.join("#third");
    settle(ann, "#second", "The TEA of others", null, null);
    settle(ann, "#third", null, "Cups and teapots", null);
    assertEquals(List.of("#second", "#tea", "#third"), names(browse(bob, " Tea ", null)));
    assertEquals(List.of("#third"), names(browse(bob, "cups", null)));
    assertEquals(List.of(), names(browse(bob, "coffee", null)));
  }

  @Test
  void archivedOnesAreListedToThoseWhoAreInThem() {
    ann.join("#tea");
    settle(ann, "#tea", null, null, true);
    assertEquals(List.of("#lobby", "#tea"), names(browse(ann, null, null)));
    assertEquals(List.of("#lobby"), names(browse(bob, null, null)));
  }

  @Test
  void manyAreToldInParts() {
    IntStream.range(0, 60).forEach(i -> ann.join("#room" + (100 + i)));
    JsonObject first = browse(bob, "room", null);
    assertTrue(first.getBoolean("more"));
    List<String> names = new ArrayList<>(names(first));
    assertEquals(50, names.size());
    JsonObject second = browse(bob, "room", names.get(49));
    assertFalse(second.containsKey("more"));
    names.addAll(names(second));
    assertEquals(IntStream.range(0, 60).mapToObj(i -> "#room" + (100 + i)).toList(), names);
  }

  private JsonObject muster(House.Guest guest, String room, PersonId after) {
    guest.connection.forget();
    guest.send(new FromClient.Muster(ref(), Address.of(room), after));
    return guest.connection.objects("members").get(0);
  }

  private static List<String> people(JsonObject members, String field) {
    return members.getJsonArray(field).getValuesAs(JsonString::getString);
  }

  @Test
  void membersAndThoseInvitedAreToldAfterTheirNames() {
    ann.join("#tea");
    bob.join("#tea");
    ann.send(new FromClient.Invite(ref(), Address.of("#tea"), new Address.OfPerson(house.cem)));
    JsonObject members = muster(house.parley(house.cem), "#tea", null);
    assertEquals(2, members.getInt("count"));
    assertEquals(
        Stream.of(house.ann, house.bob).map(PersonId::value).sorted().toList(),
        people(members, "members"));
    assertEquals(List.of(house.cem.value()), people(members, "invited"));
    assertFalse(members.containsKey("after"));
    House.Guest dov = house.parley(house.directory.add("dov"));
    muster(dov, "#tea", null);
    assertEquals(
        List.of("ann", "bob", "cem"),
        dov.connection.objects("person").stream()
            .map(it -> it.getString("name"))
            .sorted()
            .toList());
  }

  @Test
  void manyMembersAreToldInParts() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      PersonId person = house.directory.add("guest" + i);
      all.add(person.value());
      House.Guest guest = house.parley(person);
      guest.join("#tea");
      guest.go();
    }
    JsonObject first = muster(bob, "#tea", null);
    assertEquals(250, first.getInt("count"));
    List<String> told = new ArrayList<>(people(first, "members"));
    assertEquals(200, told.size());
    JsonObject second = muster(bob, "#tea", new PersonId(first.getString("after")));
    assertFalse(second.containsKey("after"));
    told.addAll(people(second, "members"));
    assertEquals(all.stream().sorted().toList(), told);
  }

  private List<String> mentions(House.Guest guest) {
    guest.connection.forget();
    guest.send(new FromClient.Recall(ref()));
    return guest.connection.objects("mentions").get(0).getJsonArray("mentions").stream()
        .map(it -> it.asJsonObject().getInt("seq") + " " + it.asJsonObject().getString("room"))
        .toList();
  }

  @Test
  void whereOneWasNamedIsToldOfTheRoomsThatOneIsIn() {
    ann.join("#tea");
    bob.join("#tea");
    String tea = house.rooms.of(house.bob).get(1).id().value();
    ann.say("#tea", "@bob, and @here");
    ann.say("#lobby", "@bob");
    String lobby = house.rooms.lobby().id().value();
    assertEquals(List.of("1 " + lobby, "3 " + tea), mentions(bob));
    assertEquals(
        List.of("ann"),
        bob.connection.objects("person").stream().map(it -> it.getString("name")).toList());
    assertEquals(List.of(), mentions(ann));
    bob.leave("#tea");
    assertEquals(List.of("1 " + lobby), mentions(bob));
  }

  @Test
  void groupsAreMadeByName() {
    ann.send(
        new FromClient.Create(
            ref(),
            RoomKind.GROUP,
            null,
            null,
            null,
            List.of(Address.of("@bob"), Address.of("@cem"))));
    assertEquals(1, bob.connection.objects("reset").size());
    ann.send(
        new FromClient.Create(
            ref(),
            RoomKind.GROUP,
            null,
            null,
            null,
            List.of(Address.of("@bob"), Address.of("@nobody"))));
    assertEquals(List.of("no_such_person"), ann.connection.refusals());
  }
}
