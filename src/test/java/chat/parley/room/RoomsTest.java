package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Code;
import chat.parley.message.Name;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RoomsTest {
  private final Scene scene = new Scene();
  private final Rooms rooms = scene.rooms;

  private static Name name(String text) {
    return new Name(text);
  }

  @Test
  void everyoneIsInTheLobby() {
    assertEquals(List.of(scene.lobby), rooms.of(scene.ann));
    assertTrue(scene.lobby.admits(scene.ann));
    assertEquals(Optional.of(name("lobby")), scene.lobby.name());
  }

  @Test
  void theLobbyIsJoinedAlreadyAndNeverLeft() {
    assertSame(scene.lobby, rooms.join(scene.ann, name("Lobby"), 1, Sequels.NONE).orElseThrow());
    assertFalse(rooms.leave(scene.ann, scene.lobby, Sequels.NONE));
    assertEquals(List.of(scene.lobby), rooms.of(scene.ann));
  }

  @Test
  void joiningMakesTheRoomOnceWhateverItsCase() {
    Room tea = rooms.join(scene.ann, name("Tea"), 0, Sequels.NONE).orElseThrow();
    assertSame(tea, rooms.join(scene.bob, name("tEA"), 0, Sequels.NONE).orElseThrow());
    assertSame(tea, rooms.find(name("TEA")).orElseThrow());
    assertEquals("#Tea", tea.state().name());
    assertEquals(List.of(scene.lobby, tea), rooms.of(scene.bob));
  }

  @Test
  void whoHasNotJoinedMayKnowOfAPublicRoomButNotWriteToIt() {
    Room tea = scene.room("tea", scene.ann);
    assertEquals(Optional.of(tea), rooms.find(tea.id(), scene.bob));
    assertFalse(tea.admits(scene.bob));
    assertEquals(
        Code.NOT_JOINED, tea.judge(scene.draft(tea, scene.bob, null, "x")).orElseThrow().code());
    assertEquals(Optional.empty(), tea.judge(scene.draft(tea, scene.ann, null, "x")));
  }

  @Test
  void leavingTakesTheRightToWrite() {
    Room tea = scene.room("tea", scene.ann);
    assertTrue(rooms.leave(scene.ann, tea, Sequels.NONE));
    assertFalse(tea.admits(scene.ann));
    assertEquals(List.of(scene.lobby), rooms.of(scene.ann));
    assertFalse(rooms.leave(scene.ann, tea, Sequels.NONE));
  }

  @Test
  void leavingWithoutEverHavingJoinedIsNoFailure() {
    assertFalse(rooms.leave(scene.bob, scene.room("tea", scene.ann), Sequels.NONE));
  }

  @Test
  void onlySoManyRoomsMayBeJoined() {
    Room one = rooms.join(scene.ann, name("one"), 2, Sequels.NONE).orElseThrow();
    rooms.join(scene.ann, name("two"), 2, Sequels.NONE).orElseThrow();
    assertEquals(Optional.empty(), rooms.join(scene.ann, name("three"), 2, Sequels.NONE));
    assertEquals(Optional.empty(), rooms.find(name("three")));
    assertEquals(Optional.of(one), rooms.join(scene.ann, name("one"), 2, Sequels.NONE));
    rooms.leave(scene.ann, one, Sequels.NONE);
    assertTrue(rooms.join(scene.ann, name("three"), 2, Sequels.NONE).isPresent());
  }

  @Test
  void zeroIsNoLimit() {
    for (int i = 0; i < 500; i++) {
      assertTrue(rooms.join(scene.ann, name("room" + i), 0, Sequels.NONE).isPresent());
    }
  }

  @Test
  void conversationsThatOthersOpenedDoNotCount() {
    for (int i = 0; i < 10; i++) {
      rooms.open(
          scene.ann,
          rooms.direct(scene.ann, scene.directory.add("guest" + i)).orElseThrow(),
          Sequels.NONE);
    }
    assertTrue(rooms.join(scene.ann, name("tea"), 1, Sequels.NONE).isPresent());
  }

  @Test
  void aConversationIsOneWhoeverBegins() {
    Room direct = rooms.direct(scene.ann, scene.bob).orElseThrow();
    assertSame(direct, rooms.direct(scene.bob, scene.ann).orElseThrow());
    assertEquals(RoomKind.DIRECT, direct.kind());
    assertEquals(Set.of(scene.ann, scene.bob), direct.pair());
    assertEquals(Optional.empty(), direct.name());
    assertNotEquals(direct, rooms.direct(scene.ann, scene.cem).orElseThrow());
  }

  @Test
  void oneMayTalkToOneself() {
    Room alone = rooms.direct(scene.ann, scene.ann).orElseThrow();
    assertEquals(Set.of(scene.ann), alone.pair());
    assertFalse(alone.admits(scene.bob));
  }

  @Test
  void aConversationIsNotThereForOthers() {
    Room direct = rooms.direct(scene.ann, scene.bob).orElseThrow();
    assertEquals(Optional.of(direct), rooms.find(direct.id(), scene.bob));
    assertEquals(Optional.empty(), rooms.find(direct.id(), scene.cem));
    assertFalse(direct.admits(scene.cem));
  }

  @Test
  void aConversationIsOpenedOnceForEachOfItsPeople() {
    Room direct = rooms.direct(scene.ann, scene.bob).orElseThrow();
    assertEquals(List.of(scene.lobby), rooms.of(scene.bob));
    List<String> notes = new ArrayList<>();
    rooms.open(scene.bob, direct, Sequels.notedIn(notes));
    rooms.open(scene.bob, direct, Sequels.notedIn(notes));
    assertEquals(List.of("stored"), notes);
    assertEquals(List.of(scene.lobby, direct), rooms.of(scene.bob));
    assertEquals(List.of(scene.lobby), rooms.of(scene.ann));
  }

  @Test
  void anIdThatNobodyHasIsNoRoom() {
    assertEquals(Optional.empty(), rooms.find(RoomId.random(), scene.ann));
  }

  @Test
  void aRoomsStateIsWhatItIsAndWhereItEnds() {
    Room tea = scene.room("tea", scene.ann);
    scene.say(tea, scene.ann, "x");
    assertEquals(1, tea.state().seq());
    assertEquals(scene.store.end(tea.id()).mark(), tea.state().mark());
    assertEquals(null, tea.state().people());
    Room direct = rooms.direct(scene.ann, scene.bob).orElseThrow();
    assertEquals(null, direct.state().name());
    assertEquals(Set.of(scene.ann, scene.bob), Set.copyOf(direct.state().people()));
  }

  @Test
  @Timeout(30)
  void manyWhoJoinAtOnceAreInOneRoom() throws InterruptedException {
    Set<Room> joined = ConcurrentHashMap.newKeySet();
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      var person = scene.directory.add("guest" + i);
      new Thread(
              () -> {
                awaited(start);
                joined.add(rooms.join(person, name("tea"), 1, Sequels.NONE).orElseThrow());
                left.countDown();
              })
          .start();
    }
    start.countDown();
    left.await();
    assertEquals(1, joined.size());
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this", e);
    }
  }

  @Test
  void aBeatReachesEveryRoom() {
    Room tea = scene.room("tea", scene.ann);
    FakeMember ann = FakeMember.parley(scene.ann);
    scene.settle(tea, ann);
    tea.come(scene.ann);
    rooms.beat();
    scene.passes.run();
    assertEquals(1, ann.objects("presence").size());
  }
}
