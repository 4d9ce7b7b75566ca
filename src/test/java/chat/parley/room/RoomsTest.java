package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Outcome;
import chat.parley.log.SteppedInbox;
import chat.parley.message.Code;
import chat.parley.message.Membership;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which rooms there are, for whom, and who is in them. */
class RoomsTest {
  private final Scene scene = new Scene();
  private final Rooms rooms = scene.rooms;

  @AfterEach
  void close() {
    scene.close();
  }

  private static Name name(String text) {
    return new Name(text);
  }

  /** Asks for a room that hasn't got a name. */
  private void hidden(RoomId id, PersonId founder) {
    Traits traits = new Traits(new Title("Plans"), Traits.NONE.topic(), null, false);
    rooms.found(
        founder,
        StoredRoom.hidden(id, traits),
        room -> scene.draft(room, founder, null, Scene.joined(founder)));
  }

  private Code lastRefusal() {
    scene.passes.run();
    return ((Outcome.Refused) scene.answers.get(scene.answers.size() - 1)).code();
  }

  @Test
  void everyoneIsInTheLobbyAndNobodyOwnsIt() {
    assertEquals(List.of(scene.lobby), rooms.of(scene.ann));
    assertTrue(scene.lobby.isIn(scene.ann));
    assertEquals(Optional.of(name("lobby")), scene.lobby.name());
    assertNull(scene.lobby.state().owner());
    assertEquals(0, scene.lobby.state().seq());
  }

  @Test
  void joiningMakesTheRoomOnceWhateverItsCase() {
    Room tea = scene.room("Tea", scene.ann);
    assertSame(tea, scene.room("tEA", scene.bob));
    assertEquals("#Tea", tea.state().name());
    assertEquals(List.of(scene.lobby, tea), rooms.of(scene.bob));
  }

  @Test
  void whoMakesARoomOwnsIt() {
    assertEquals(scene.ann, scene.room("tea", scene.ann, scene.bob).state().owner());
  }

  @Test
  void aRoomThatNobodyOwnsAnyMoreBelongsToWhoJoinsItNext() {
    Room tea = scene.room("tea", scene.ann);
    scene.leave(tea, scene.ann);
    assertNull(tea.state().owner());
    scene.room("tea", scene.bob);
    assertEquals(scene.bob, tea.state().owner());
  }

  @Test
  void whoHasNotJoinedMayKnowOfAPublicRoomAndIsNotInIt() {
    Room tea = scene.room("tea", scene.ann);
    assertEquals(Optional.of(tea), rooms.find(tea.id(), scene.bob));
    assertFalse(tea.isIn(scene.bob));
    scene.say(tea, scene.bob, "x");
    assertEquals(Code.NOT_JOINED, lastRefusal());
  }

  @Test
  void leavingTakesTheRightToWrite() {
    Room tea = scene.room("tea", scene.ann);
    scene.leave(tea, scene.ann);
    assertFalse(tea.isIn(scene.ann));
    assertEquals(List.of(scene.lobby), rooms.of(scene.ann));
    scene.say(tea, scene.ann, "x");
    assertEquals(Code.NOT_JOINED, lastRefusal());
  }

  @Test
  void theRightToWriteIsJudgedInTheRoomsOrder() {
    Room tea = scene.room("tea", scene.ann, scene.bob);
    scene.inbox.hold();
    scene.say(tea, scene.bob, "before");
    scene.belong(tea, scene.ann, scene.bob, Membership.REMOVED);
    scene.say(tea, scene.bob, "after");
    assertTrue(tea.isIn(scene.bob));
    scene.inbox.letGo();
    assertFalse(tea.isIn(scene.bob));
    assertEquals(Code.NOT_JOINED, lastRefusal());
    assertEquals(4, tea.state().seq());
  }

  @Test
  void onlySoManyRoomsMayBeJoined() {
    for (int i = 0; i < Scene.LIMIT; i++) {
      scene.room("room" + i, scene.ann);
    }
    assertRefused(Code.TOO_MANY_ROOMS, () -> scene.room("more", scene.ann));
    assertEquals(Optional.empty(), rooms.find(name("more")));
    scene.room("other", scene.bob);
    scene.room("other", scene.ann);
    assertEquals(Code.TOO_MANY_ROOMS, lastRefusal());
    scene.leave(rooms.find(name("room0")).orElseThrow(), scene.ann);
    assertTrue(scene.room("other", scene.ann).isIn(scene.ann));
  }

  @Test
  void thatManyAreJoinedInOneTransactionToo() {
    scene.inbox.hold();
    for (int i = 0; i < Scene.LIMIT + 3; i++) {
      scene.room("room" + i, scene.ann);
    }
    scene.inbox.letGo();
    assertEquals(Scene.LIMIT + 1, rooms.of(scene.ann).size());
    assertEquals(Code.TOO_MANY_ROOMS, lastRefusal());
  }

  @Test
  void conversationsDoNotCount() {
    for (int i = 0; i < 2 * Scene.LIMIT; i++) {
      rooms.among(Set.of(scene.ann, scene.directory.add("guest" + i)));
    }
    assertTrue(scene.room("tea", scene.ann).isIn(scene.ann));
  }

  private static void assertRefused(Code code, Runnable attempt) {
    assertEquals(code, assertThrows(Refusal.class, attempt::run).code());
  }

  @Test
  void aConversationIsOneWhoeverBegins() {
    Room direct = rooms.among(Set.of(scene.ann, scene.bob));
    assertSame(direct, rooms.among(Set.of(scene.bob, scene.ann)));
    assertEquals(RoomKind.DIRECT, direct.kind());
    assertEquals(Set.of(scene.ann, scene.bob), direct.people());
    assertEquals(Optional.empty(), direct.name());
    assertNotEquals(direct, rooms.among(Set.of(scene.ann, scene.cem)));
    assertEquals(List.of(scene.lobby, direct), rooms.of(scene.bob));
  }

  @Test
  void aGroupIsOneForTheSamePeople() {
    Set<PersonId> all = Set.of(scene.ann, scene.bob, scene.cem);
    Room group = rooms.among(all);
    assertEquals(RoomKind.GROUP, group.kind());
    assertSame(group, rooms.among(all));
    assertEquals(List.of(scene.lobby, group), rooms.of(scene.cem));
  }

  @Test
  void oneMayTalkToOneself() {
    Room alone = rooms.among(Set.of(scene.ann));
    assertEquals(Set.of(scene.ann), alone.people());
    assertFalse(alone.isIn(scene.bob));
  }

  @Test
  void aConversationIsNotThereForOthers() {
    Room direct = rooms.among(Set.of(scene.ann, scene.bob));
    assertEquals(Optional.of(direct), rooms.find(direct.id(), scene.bob));
    assertEquals(Optional.empty(), rooms.find(direct.id(), scene.cem));
    assertFalse(direct.isIn(scene.cem));
  }

  @Test
  void aPrivateRoomIsThereForMembersAndTheInvitedOnly() {
    RoomId id = RoomId.random();
    hidden(id, scene.ann);
    Room plans = rooms.find(id, scene.ann).orElseThrow();
    assertEquals(Optional.empty(), rooms.find(id, scene.bob));
    scene.belong(plans, scene.ann, scene.bob, Membership.INVITED);
    assertEquals(Optional.of(plans), rooms.find(id, scene.bob));
    assertFalse(plans.isIn(scene.bob));
    assertEquals(scene.ann, rooms.invitations(scene.bob).invitations().get(0).by());
    scene.belong(plans, scene.bob, scene.bob, Membership.DECLINED);
    assertEquals(Optional.empty(), rooms.find(id, scene.bob));
    assertEquals(List.of(), rooms.invitations(scene.bob).invitations());
  }

  @Test
  void whoAsksForARoomTwiceMakesOne() {
    RoomId id = RoomId.random();
    hidden(id, scene.ann);
    hidden(id, scene.ann);
    assertEquals(2, rooms.of(scene.ann).size());
    assertEquals(Code.ALREADY_IN, lastRefusal());
  }

  @Test
  void aNameIsTakenOnce() {
    scene.room("tea", scene.ann);
    assertRefused(
        Code.NAME_TAKEN,
        () ->
            rooms.found(
                scene.bob,
                StoredRoom.named(RoomId.random(), name("TEA"), Traits.NONE),
                room -> scene.draft(room, scene.bob, null, Scene.joined(scene.bob))));
  }

  @Test
  void anIdThatNobodyHasIsNoRoom() {
    assertEquals(Optional.empty(), rooms.find(RoomId.random(), scene.ann));
  }

  @Test
  void aRoomsStateIsWhatItIsAndWhereItEnds() {
    Room tea = scene.room("tea", scene.ann);
    scene.say(tea, scene.ann, "x");
    assertEquals(2, tea.state().seq());
    assertEquals(scene.store.end(tea.id()).mark(), tea.state().mark());
    assertNull(tea.state().people());
    Room direct = rooms.among(Set.of(scene.ann, scene.bob));
    assertNull(direct.state().name());
    assertEquals(Set.of(scene.ann, scene.bob), Set.copyOf(direct.state().people()));
  }

  @Test
  void whatIsNotTakenChangesNothing() {
    scene.inbox.setFull(true);
    assertRefused(Code.BUSY, () -> scene.room("tea", scene.ann));
    assertRefused(Code.BUSY, () -> rooms.among(Set.of(scene.ann, scene.bob)));
    scene.inbox.setFull(false);
    assertEquals(Optional.empty(), rooms.find(name("tea")));
    assertEquals(List.of(scene.lobby), rooms.of(scene.bob));
  }

  @Test
  void whatCouldNotBeStoredNeverWas() {
    SteppedInbox inbox = scene.inbox;
    inbox.hold();
    Room tea = scene.room("tea", scene.ann);
    Room direct = rooms.among(Set.of(scene.ann, scene.bob));
    inbox.fail();
    inbox.letGo();
    assertEquals(Code.FAILED, lastRefusal());
    assertEquals(List.of(scene.lobby), rooms.of(scene.ann));
    assertEquals(Optional.empty(), rooms.find(tea.id(), scene.ann));
    assertNotEquals(direct, rooms.among(Set.of(scene.ann, scene.bob)));
    assertTrue(scene.room("tea", scene.bob).isIn(scene.bob));
  }

  @Test
  @Timeout(30)
  void manyWhoAskForOneAtOnceGetOne() throws InterruptedException {
    Set<Room> made = ConcurrentHashMap.newKeySet();
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(8);
    scene.inbox.hold();
    for (int i = 0; i < 8; i++) {
      new Thread(
              () -> {
                awaited(start);
                made.add(rooms.among(Set.of(scene.ann, scene.bob)));
                left.countDown();
              })
          .start();
    }
    start.countDown();
    left.await();
    assertEquals(1, made.size());
    assertEquals(1, scene.inbox.held());
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
