package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Act;
import chat.parley.message.Emoji;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypistsTest {
  private final Scene scene = new Scene();
  private final Room tea = scene.room("tea", scene.ann, scene.bob);
  private final FakeMember ann = FakeMember.parley(scene.ann);
  private final FakeMember bob = FakeMember.parley(scene.bob);

  TypistsTest() {
    tea.come(scene.ann);
    tea.come(scene.bob);
    scene.settle(tea, ann, bob);
    beat(1);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  /** Lets seconds pass, and forgets what was heard before. */
  private void beat(int times) {
    ann.forget();
    bob.forget();
    for (int i = 0; i < times; i++) {
      tea.beat();
      scene.passes.run();
    }
  }

  /** Who was said to be writing, one list each time. */
  private static List<List<String>> told(FakeMember member) {
    return member.objects("typing").stream()
        .map((JsonObject it) -> it.getJsonArray("people").getValuesAs(JsonString::getString))
        .toList();
  }

  @Test
  void whoWritesIsToldAtTheBeatOnce() {
    tea.type(scene.bob);
    scene.passes.run();
    assertEquals(List.of(), told(ann));
    tea.type(scene.bob);
    beat(1);
    assertEquals(List.of(List.of(scene.bob.value())), told(ann));
    assertEquals(List.of("typing"), ann.types());
    tea.type(scene.bob);
    beat(1);
    assertEquals(List.of(), told(ann));
  }

  @Test
  void itEndsFiveSecondsAfterTheLastWord() {
    tea.type(scene.bob);
    beat(3);
    tea.type(scene.bob);
    beat(Typists.LASTING - 1);
    assertEquals(List.of(), told(ann));
    beat(1);
    assertEquals(List.of(List.of()), told(ann));
    beat(3);
    assertEquals(List.of(), told(ann));
  }

  @Test
  void itEndsWithTheMessage() {
    tea.type(scene.bob);
    beat(1);
    scene.say(tea, scene.bob, "hello");
    beat(6);
    assertEquals(List.of(), told(ann));
    tea.type(scene.bob);
    scene.act(tea, scene.bob, new Act.React(1, new Emoji("👍"), true));
    beat(1);
    assertEquals(List.of(List.of(scene.bob.value())), told(ann));
  }

  @Test
  void whoWritesOnAtOnceIsToldAgainAsEveryoneTookThemForDone() {
    tea.type(scene.bob);
    beat(1);
    scene.say(tea, scene.bob, "hello");
    tea.type(scene.bob);
    beat(1);
    assertEquals(List.of(List.of(scene.bob.value())), told(ann));
  }

  @Test
  void whoIsRemovedHearsNothingOfItAndIsNotToldOf() {
    tea.type(scene.bob);
    scene.belong(tea, scene.ann, scene.bob, Membership.REMOVED);
    tea.type(scene.bob);
    tea.type(scene.ann);
    beat(1);
    assertEquals(List.of(List.of(scene.ann.value())), told(ann));
    assertEquals(List.of(), told(bob));
  }

  @Test
  void whoIsNotInTheRoomIsPassedOver() {
    tea.type(scene.cem);
    beat(1);
    assertEquals(List.of(), told(ann));
  }

  @Test
  void inAnArchivedRoomNobodyWrites() {
    scene.act(tea, scene.ann, new Act.Settle(null, null, true));
    tea.type(scene.ann);
    beat(1);
    assertEquals(List.of(), told(bob));
  }

  @Test
  void ofManyNoMoreIsToldThanThatTheyAreSeveralAndThatOnce() {
    List<PersonId> many =
        List.of(
            scene.directory.add("one"),
            scene.directory.add("two"),
            scene.directory.add("three"),
            scene.directory.add("four"),
            scene.directory.add("five"));
    scene.room("tea", many.toArray(PersonId[]::new));
    many.subList(0, Typists.NAMED).forEach(tea::type);
    beat(1);
    assertEquals(
        List.of(many.subList(0, Typists.NAMED).stream().map(PersonId::value).toList()), told(ann));
    many.forEach(tea::type);
    beat(1);
    assertEquals(List.of(List.of()), told(ann));
    assertTrue(ann.objects("typing").get(0).getBoolean("several"));
    tea.type(scene.bob);
    many.forEach(tea::type);
    beat(2);
    assertEquals(List.of(), told(ann));
  }

  @Test
  void whoWritesBeforeTheirComingWasToldIsNamedFirst() {
    PersonId dov = scene.directory.add("dov");
    scene.room("tea", dov);
    scene.passes.run();
    tea.type(dov);
    beat(1);
    assertEquals(List.of("person", "typing"), ann.types());
    assertEquals("dov", ann.objects("person").get(0).getString("name"));
  }
}
