package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import chat.parley.log.Outcome;
import chat.parley.log.Store;
import chat.parley.message.Mark;
import chat.parley.message.Membership;
import chat.parley.message.Position;
import chat.parley.wire.Frame;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From where on a member hears a room, and until when. */
class EnteringTest {
  private final Scene scene = new Scene();
  private final Room lobby = scene.lobby;
  private final FakeMember ann = FakeMember.parley(scene.ann);
  private final FakeMember bob = FakeMember.parley(scene.bob);

  @AfterEach
  void close() {
    scene.close();
  }

  /** All of this in one transaction. */
  private void say(int from, int to) {
    scene.inbox.hold();
    for (int i = from; i <= to; i++) {
      scene.say(lobby, scene.ann, "" + i);
    }
    scene.inbox.letGo();
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void enteringBetweenTwoMessagesMakesNoHoleAndNoDuplicate() {
    scene.settle(lobby, ann);
    say(1, 3);
    lobby.enter(bob, Optional.empty());
    say(4, 6);
    scene.passes.run();
    assertEquals(range(1, 6), bob.seqs());
    assertEquals(range(1, 6), ann.seqs());
  }

  @Test
  void whatIsStoredButNotDeliveredYetIsHeardOnce() {
    scene.settle(lobby, ann);
    say(1, 2);
    scene.passes.run();
    List<Outcome> stored = scene.storeUntold(lobby, scene.ann, null, "3");
    lobby.enter(bob, Optional.empty());
    scene.passes.run();
    assertEquals(range(1, 2), bob.seqs());
    lobby.committed(stored);
    scene.passes.run();
    assertEquals(range(1, 3), bob.seqs());
  }

  @Test
  void theAnswerSaysWhereTheRoomStandsAndWhereTheTailBegins() {
    say(1, Store.TAIL + 5);
    scene.passes.run();
    lobby.enter(bob, Optional.empty());
    scene.passes.run();
    JsonObject reset = bob.objects().get(0);
    assertEquals("reset", reset.getString("type"));
    assertEquals(5, reset.getInt("seq"));
    assertEquals(scene.position(lobby, 5).mark().value(), reset.getString("mark"));
    assertEquals(1, reset.getInt("first"));
    JsonObject room = reset.getJsonObject("room");
    assertEquals("#lobby", room.getString("name"));
    assertEquals(Store.TAIL + 5, room.getInt("seq"));
    assertEquals(scene.store.end(lobby.id()).mark().value(), room.getString("mark"));
    assertEquals(range(6, Store.TAIL + 5), bob.seqs());
  }

  @Test
  void namesComeBeforeTheyAreUsedAndPresenceLast() {
    lobby.come(scene.ann);
    say(1, 1);
    lobby.enter(bob, Optional.empty());
    scene.passes.run();
    assertEquals(List.of("reset", "person", "message", "presence"), bob.types());
    assertEquals("ann", bob.objects("person").get(0).getString("name"));
  }

  @Test
  void whoReturnsGetsExactlyWhatWasMissed() {
    say(1, 9);
    scene.passes.run();
    lobby.enter(bob, Optional.of(scene.position(lobby, 6)));
    say(10, 10);
    scene.passes.run();
    assertEquals(range(7, 10), bob.seqs());
    assertEquals(List.of(), bob.objects("reset"));
  }

  @Test
  void whoMissedNothingIsToldOnlyWhoIsHere() {
    say(1, 3);
    scene.passes.run();
    lobby.enter(bob, Optional.of(scene.position(lobby, 3)));
    scene.passes.run();
    assertEquals(List.of("presence"), bob.types());
  }

  @Test
  void aPositionOfAnotherHistoryIsAnsweredByReset() {
    say(1, 3);
    scene.passes.run();
    lobby.enter(bob, Optional.of(new Position(lobby.id(), 2, new Mark("0000000000000000"))));
    scene.passes.run();
    assertEquals(1, bob.objects("reset").size());
    assertEquals(range(1, 3), bob.seqs());
  }

  @Test
  void whoMissedMuchIsToldStretchByStretchAndHearsTheRoomWithTheLast() {
    int all = Stretch.MAX_ENTRIES + 2;
    say(1, all);
    scene.passes.run();
    lobby.enter(ann, Optional.of(scene.position(lobby, 1)));
    say(all + 1, all + 1);
    scene.passes.run();
    assertEquals(range(2, Stretch.MAX_ENTRIES + 1), ann.seqs());
    assertEquals(List.of(), ann.entered);
    assertEquals(List.of(scene.position(lobby, Stretch.MAX_ENTRIES + 1)), ann.more);
    lobby.enter(ann, Optional.of(ann.more.get(0)));
    say(all + 2, all + 2);
    scene.passes.run();
    assertEquals(range(2, all + 2), ann.seqs());
    assertEquals(List.of(lobby), ann.entered);
    assertEquals(List.of(), ann.objects("reset"));
  }

  @Test
  void whoHearsTheRoomHearsNothingOfItWhileAGapIsMendedInStretches() {
    scene.settle(lobby, ann);
    say(1, Stretch.MAX_ENTRIES + 1);
    scene.passes.run();
    ann.forget();
    lobby.enter(ann, Optional.of(scene.position(lobby, 0)));
    say(Stretch.MAX_ENTRIES + 2, Stretch.MAX_ENTRIES + 2);
    scene.passes.run();
    assertEquals(range(1, Stretch.MAX_ENTRIES), ann.seqs());
  }

  @Test
  void enteringAgainAnswersAgainAndHearsOnce() {
    scene.settle(lobby, ann);
    lobby.enter(ann, Optional.empty());
    say(1, 1);
    scene.passes.run();
    assertEquals(1, ann.objects("reset").size());
    assertEquals(List.of(1), ann.seqs());
  }

  @Test
  void aMemberIsToldThatItsEnteringWasAnswered() {
    FakeMember plain = FakeMember.plain(scene.ann);
    lobby.enter(ann, Optional.empty());
    lobby.enter(plain, Optional.empty());
    scene.passes.run();
    assertEquals(List.of(lobby), ann.entered);
    assertEquals(List.of(lobby), plain.entered);
    assertEquals(List.of(), plain.frames);
  }

  @Test
  void whoHasLeftSinceTheyAskedIsToldSoAndNotKeptWaiting() {
    Room tea = scene.room("tea", scene.ann, scene.bob);
    FakeMember plain = FakeMember.plain(scene.bob);
    scene.leave(tea, scene.bob);
    tea.enter(bob, Optional.empty());
    tea.enter(plain, Optional.empty());
    scene.say(tea, scene.ann, "x");
    scene.passes.run();
    assertEquals(List.of("left"), bob.types());
    assertEquals(scene.bob.value(), bob.objects().get(0).getString("person"));
    assertEquals(List.of(), plain.frames);
    assertEquals(List.of(tea), bob.entered);
    assertEquals(List.of(tea), plain.entered);
  }

  @Test
  void whoJoinsHearsTheRoomOnEveryConnection() {
    Room tea = scene.room("tea", scene.ann);
    FakeMember second = FakeMember.parley(scene.bob);
    scene.connected.put(scene.bob, List.of(bob, second));
    scene.say(tea, scene.ann, "before");
    scene.room("tea", scene.bob);
    scene.say(tea, scene.ann, "after");
    scene.passes.run();
    for (FakeMember member : List.of(bob, second)) {
      assertEquals("reset", member.types().get(0));
      assertEquals(List.of("before", "after"), member.contents());
      assertEquals(1, member.objects("membership").stream().filter(this::isOfBob).count());
    }
  }

  private boolean isOfBob(JsonObject membership) {
    return membership.getString("person").equals(scene.bob.value());
  }

  @Test
  void whoLeavesAndIsBackHearsTheRoomAfresh() {
    Room tea = scene.room("tea", scene.ann, scene.bob);
    scene.connected.put(scene.bob, List.of(bob));
    scene.settle(tea, bob);
    scene.leave(tea, scene.bob);
    scene.say(tea, scene.ann, "between");
    scene.room("tea", scene.bob);
    scene.say(tea, scene.ann, "after");
    scene.passes.run();
    List<String> types = bob.types();
    assertTrue(types.indexOf("left") < types.indexOf("reset"), types::toString);
    assertEquals(List.of("between", "after"), bob.contents());
  }

  @Test
  void allConnectionsOfWhoIsRemovedHearThatAndNothingAfter() {
    Room tea = scene.room("tea", scene.ann, scene.bob);
    FakeMember second = FakeMember.parley(scene.bob);
    FakeMember plain = FakeMember.plain(scene.bob);
    scene.settle(tea, ann, bob, second, plain);
    scene.say(tea, scene.ann, "before");
    scene.belong(tea, scene.ann, scene.bob, Membership.REMOVED);
    scene.say(tea, scene.ann, "after");
    scene.passes.run();
    for (FakeMember left : List.of(bob, second)) {
      assertEquals(
          List.of("message", "membership", "left"),
          left.types().stream().filter(type -> !type.equals("person")).toList());
      assertEquals(List.of("before"), left.contents());
      assertEquals(scene.bob.value(), left.objects("left").get(0).getString("person"));
    }
    assertEquals(List.of("before"), plain.contents());
    assertEquals(List.of("before", "after"), ann.contents());
    assertEquals(1, ann.objects("membership").size());
  }

  @Test
  void everyoneOfANewConversationHearsItFromItsBeginning() {
    scene.connected.put(scene.ann, List.of(ann));
    scene.connected.put(scene.bob, List.of(bob));
    Room direct = scene.rooms.among(Set.of(scene.ann, scene.bob));
    scene.say(direct, scene.ann, "hello");
    scene.passes.run();
    for (FakeMember member : List.of(ann, bob)) {
      assertEquals(1, member.objects("reset").size());
      assertEquals(List.of("hello"), member.contents());
    }
  }

  @Test
  void whoIsInvitedIsToldAndHearsNothingOfTheRoom() {
    Room tea = scene.room("tea", scene.ann);
    scene.connected.put(scene.bob, List.of(bob));
    scene.belong(tea, scene.ann, scene.bob, Membership.INVITED);
    scene.say(tea, scene.ann, "x");
    scene.passes.run();
    assertEquals(List.of("invitations"), bob.types());
    JsonObject invited = bob.objects().get(0).getJsonArray("invitations").get(0).asJsonObject();
    assertEquals(tea.id().value(), invited.getJsonObject("room").getString("id"));
    assertEquals(scene.ann.value(), invited.getString("by"));
    bob.forget();
    scene.belong(tea, scene.bob, scene.bob, Membership.DECLINED);
    scene.passes.run();
    assertTrue(bob.objects("invitations").get(0).getJsonArray("invitations").isEmpty());
  }

  @Test
  void aLongAnswerIsCutIntoFramesOfTheBound() {
    for (int i = 0; i < Store.TAIL; i++) {
      scene.say(lobby, scene.ann, "ä".repeat(4000));
    }
    lobby.enter(bob, Optional.empty());
    scene.passes.run();
    assertEquals(range(1, Store.TAIL), bob.seqs());
    assertTrue(bob.frames.stream().allMatch(frame -> frame.bytes() <= Frame.MAX_BYTES));
  }

  @Slow
  @Test
  void whateverComesBetweenNobodyHasAHoleOrADuplicate() {
    for (long seed = 0; seed < 15; seed++) {
      try (Scene scene = new Scene()) {
        new Story(seed, scene).tell();
      }
    }
  }

  /** Speaking, entering and going in a random order, with passes at random moments. */
  private static final class Story {
    private final String hint;
    private final Random random;
    private final Scene scene;
    private final List<FakeMember> members = new ArrayList<>();
    private final List<Integer> from = new ArrayList<>();
    private final List<List<Outcome>> untold = new ArrayList<>();

    Story(long seed, Scene scene) {
      this.scene = scene;
      hint = "seed " + seed;
      random = new Random(seed);
    }

    void tell() {
      for (int i = 0; i < 200; i++) {
        step();
      }
      untold.forEach(scene.lobby::committed);
      scene.passes.run();
      for (int i = 0; i < members.size(); i++) {
        List<Integer> heard = members.get(i).seqs();
        int last = (int) scene.store.end(scene.lobby.id()).seq();
        int first = from.get(i) < 0 ? first(members.get(i)) : from.get(i) + 1;
        assertEquals(range(first, last), heard, hint + ", member " + i);
      }
    }

    /** By its reset. */
    private int first(FakeMember member) {
      return member.objects("reset").get(0).getInt("seq") + 1;
    }

    private void step() {
      switch (random.nextInt(6)) {
        case 0, 1 -> untold.add(scene.storeUntold(scene.lobby, scene.ann, null, "x"));
        case 2 -> {
          if (!untold.isEmpty()) {
            scene.lobby.committed(untold.remove(0));
          }
        }
        case 3 -> scene.passes.runOne();
        case 4 -> enter(FakeMember.parley(scene.bob));
        default -> scene.lobby.beat();
      }
    }

    private void enter(FakeMember member) {
      boolean returns = random.nextBoolean();
      int told = (int) scene.store.end(scene.lobby.id()).seq() - untold.size();
      int position = returns ? random.nextInt(told + 1) : -1;
      members.add(member);
      from.add(position);
      scene.lobby.enter(
          member, returns ? Optional.of(scene.position(scene.lobby, position)) : Optional.empty());
    }
  }
}
