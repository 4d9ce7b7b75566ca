package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Act;
import chat.parley.log.Leaf;
import chat.parley.log.Page;
import chat.parley.log.Text;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told which page, and when. */
class LibraryTest {
  private static final Leaf NEWEST = new Leaf(new Leaf.Newest(), new Leaf.InRoom(), 50);
  private static final Ref REF = new Ref("page");

  private final Scene scene = new Scene();
  private final Room tea = scene.room("tea", scene.ann, scene.bob);
  private final FakeMember bob = FakeMember.parley(scene.bob);

  @AfterEach
  void close() {
    scene.close();
  }

  private void turn(FakeMember member) {
    tea.turn(member, REF, NEWEST);
    scene.passes.run();
  }

  /** A page as it is now, on its way to somebody. */
  private RoomEvent.Turned read(PersonId reader, FakeMember member) {
    Page page = scene.store.page(tea.id(), NEWEST, reader);
    return new RoomEvent.Turned(new Turning(member, REF, NEWEST, 0), page);
  }

  private static List<String> contents(FakeMember member) {
    return member
        .objects("page")
        .get(0)
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class)
        .stream()
        .flatMap(entry -> Optional.ofNullable(entry.getString("content", null)).stream())
        .toList();
  }

  @Test
  void whoAsksIsToldAfterTheNames() {
    scene.say(tea, scene.ann, "hello");
    turn(bob);
    assertEquals("page", bob.types().get(bob.types().size() - 1));
    assertTrue(bob.types().contains("person"));
    JsonObject page = bob.objects("page").get(0);
    assertEquals("page", page.getString("ref"));
    assertEquals(3, page.getInt("asOf"));
    assertFalse(page.containsKey("before"));
    assertEquals(List.of("hello"), contents(bob));
    assertEquals(List.of(tea), bob.entered);
  }

  @Test
  void everyoneMayReadAPublicRoom() {
    scene.say(tea, scene.ann, "hello");
    FakeMember cem = FakeMember.parley(scene.cem);
    turn(cem);
    assertEquals(List.of("hello"), contents(cem));
  }

  @Test
  void nobodyElseIsToldAPageOfAConversation() {
    Room direct = scene.rooms.among(Set.of(scene.ann, scene.bob));
    scene.say(direct, scene.ann, "hello");
    FakeMember cem = FakeMember.parley(scene.cem);
    direct.turn(cem, REF, NEWEST);
    scene.passes.run();
    assertEquals(List.of("refused"), cem.types());
    assertEquals("no_such_room", cem.objects().get(0).getString("code"));
    assertEquals(List.of(direct), cem.entered);
  }

  @Test
  void whatIsDeletedBeforeAPageIsToldIsNotInIt() {
    scene.say(tea, scene.ann, "secret");
    scene.say(tea, scene.ann, "before");
    scene.passes.run();
    RoomEvent.Turned turned = read(scene.bob, bob);
    scene.act(tea, scene.ann, new Act.Delete(3));
    scene.act(tea, scene.ann, new Act.Edit(4, Text.of("after")));
    tea.turned(turned);
    scene.passes.run();
    assertEquals(List.of("after"), contents(bob));
    assertEquals(6, bob.objects("page").get(0).getInt("asOf"));
  }

  @Test
  void whoIsRemovedBeforeAPageIsToldIsNotToldIt() {
    Room hidden = scene.hidden("Plans", scene.ann, scene.bob);
    scene.say(hidden, scene.ann, "secret");
    Page page = scene.store.page(hidden.id(), NEWEST, scene.bob);
    scene.belong(hidden, scene.ann, scene.bob, Membership.REMOVED);
    hidden.turned(new RoomEvent.Turned(new Turning(bob, REF, NEWEST, 0), page));
    scene.passes.run();
    assertEquals(List.of(), bob.objects("page"));
    assertEquals("no_such_room", bob.objects("refused").get(0).getString("code"));
  }

  @Test
  void aPageThatIsNeverUpToDateIsGivenUp() {
    scene.say(tea, scene.ann, "one");
    scene.passes.run();
    RoomEvent.Turned turned = read(scene.bob, bob);
    scene.act(tea, scene.ann, new Act.Edit(3, Text.of("two")));
    Turning last = turned.turning();
    while (!last.isLast()) {
      last = last.again();
    }
    tea.turned(new RoomEvent.Turned(last, turned.page()));
    scene.passes.run();
    assertEquals("busy", bob.objects("refused").get(0).getString("code"));
    assertEquals(List.of(tea), bob.entered);
  }
}
