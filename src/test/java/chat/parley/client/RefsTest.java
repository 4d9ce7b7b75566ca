package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.log.Engine;
import chat.parley.log.OnEachEngine;
import chat.parley.message.Address;
import chat.parley.message.Emoji;
import chat.parley.message.FromClient;
import chat.parley.message.Message;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import chat.parley.room.Room;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A ref is used once, for whatever it is. */
@OnEachEngine
class RefsTest {
  private static final Address TEA = Address.of("#tea");
  private static final Emoji CAKE = new Emoji("🍰");

  @Parameter Engine engine;
  @TempDir Path folder;

  private final Map<String, List<Message>> once = new TreeMap<>();
  private House house;
  private House.Guest ann;

  @BeforeEach
  void open() {
    house = new House(new Conditions(), engine.open(folder));
    ann = house.parley(house.ann);
    ann.join("#tea");
    for (int i = 0; i < 3; i++) {
      ann.say("#tea", "one"); // 2, 3 and 4
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void restart() {
    house.close();
    house = new House(new Conditions(), engine.open(folder));
    ann = house.parley(house.ann);
  }

  /**
   * Something to be asked for by a ref of its own, and others by the same one.
   *
   * @param name of the ref
   */
  private void kind(String name, Message asked, Message... others) {
    List<Message> all = new ArrayList<>(List.of(asked));
    all.addAll(List.of(others));
    once.put(name, all);
  }

  private static FromClient.Say say(String ref, String content, Long thread) {
    return new FromClient.Say(new Ref(ref), TEA, content, thread);
  }

  private static FromClient.Edit edit(String ref, long target, String content) {
    return new FromClient.Edit(new Ref(ref), TEA, target, content);
  }

  private static FromClient.React react(String ref, long target, boolean on) {
    return new FromClient.React(new Ref(ref), TEA, target, CAKE, on);
  }

  private static FromClient.Settle settle(String ref, String title, String topic) {
    return new FromClient.Settle(
        new Ref(ref),
        TEA,
        title == null ? null : new Title(title),
        topic == null ? null : new Topic(topic),
        null);
  }

  private static FromClient.Create create(String ref, String name, String title) {
    Address at = new Address.OfRoomName(new Name(name));
    return new FromClient.Create(
        new Ref(ref), RoomKind.PUBLIC, at, new Title(title), null, List.of());
  }

  private static Address at(PersonId person) {
    return new Address.OfPerson(person);
  }

  /** Every kind, in an order in which each may happen. */
  private void kinds() {
    Ref pin = new Ref("06pin");
    Ref delete = new Ref("07delete");
    Ref invite = new Ref("09invite");
    Ref remove = new Ref("10remove");
    kind("01say", say("01say", "two", null), say("01say", "three", null), say("01say", "two", 2L));
    kind("02reply", say("02reply", "two", 2L), say("02reply", "two", 3L));
    kind(
        "03edit",
        edit("03edit", 2, "two"),
        edit("03edit", 2, "three"),
        edit("03edit", 3, "two"),
        say("03edit", "two", null));
    kind("04react", react("04react", 2, true), react("04react", 2, false));
    kind("05unreact", react("05unreact", 2, false), react("05unreact", 3, false));
    kind(
        "06pin",
        new FromClient.Pin(pin, TEA, 2, true),
        new FromClient.Pin(pin, TEA, 2, false),
        new FromClient.Pin(pin, TEA, 3, true));
    kind(
        "07delete",
        new FromClient.Delete(delete, TEA, 4),
        new FromClient.Delete(delete, TEA, 3),
        edit("07delete", 4, "one"));
    kind(
        "08settle",
        settle("08settle", "Tea", null),
        settle("08settle", "Cake", null),
        settle("08settle", "Tea", "Which?"));
    kind(
        "09invite",
        new FromClient.Invite(invite, TEA, at(house.bob)),
        new FromClient.Invite(invite, TEA, at(house.cem)));
    kind(
        "10remove",
        new FromClient.Remove(remove, TEA, at(house.bob)),
        new FromClient.Remove(remove, TEA, at(house.cem)),
        new FromClient.Invite(remove, TEA, at(house.bob)));
    kind(
        "11create",
        create("11create", "cake", "Cake"),
        create("11create", "pie", "Cake"),
        create("11create", "cake", "Pie"));
    kind("12leave", new FromClient.Leave(new Ref("12leave"), TEA), say("12leave", "two", null));
    kind(
        "13join",
        new FromClient.Join(new Ref("13join"), TEA),
        new FromClient.Leave(new Ref("13join"), TEA));
  }

  /** The seqs of the rooms. */
  private List<Long> ends() {
    return house.rooms.of(house.ann).stream()
        .map(Room::id)
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .map(room -> house.store.end(room).seq())
        .toList();
  }

  @Test
  void whateverItWasFor() {
    kinds();
    Map<String, JsonObject> stored = new TreeMap<>();
    once.forEach(
        (ref, messages) -> {
          ann.connection.forget();
          ann.send(messages.get(0));
          assertEquals(List.of(), ann.connection.refusals(), ref);
          List<Long> ends = ends();
          House.Guest tab = house.parley(house.ann);
          stored.put(ref, again(tab, ref, messages));
          assertEquals(ends, ends(), ref);
          tab.go();
        });
    restart();
    List<Long> ends = ends();
    once.forEach((ref, messages) -> assertEquals(stored.get(ref), again(ann, ref, messages), ref));
    assertEquals(ends, ends());
  }

  /** What somebody is answered who asks again; whatever else they ask for by the ref is refused. */
  private static JsonObject again(House.Guest guest, String ref, List<Message> messages) {
    guest.connection.forget();
    guest.send(messages.get(0));
    List<JsonObject> answers = guest.connection.objects("stored");
    assertEquals(1, answers.size(), ref);
    assertEquals(ref, answers.get(0).getString("ref"));
    for (Message other : messages.subList(1, messages.size())) {
      guest.connection.forget();
      guest.send(other);
      assertEquals(List.of("ref_reused"), guest.connection.refusals(), other::toString);
    }
    return answers.get(0);
  }

  @Test
  void whatBecameOfTheTextMeanwhile() {
    ann.send(say("said", "a secret", null));
    ann.send(edit("edited", 5, "another secret"));
    again(ann, "said", List.of(say("said", "a secret", null), say("said", "any", null)));
    again(ann, "edited", List.of(edit("edited", 5, "another secret"), edit("edited", 5, "any")));
    ann.send(new FromClient.Delete(new Ref("deleted"), TEA, 5));
    again(ann, "said", List.of(say("said", "a secret", null), say("said", "a secret", 2L)));
    again(ann, "edited", List.of(edit("edited", 5, "another secret")));
    again(ann, "said", List.of(say("said", "nobody knows what it was", null)));
  }
}
