package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Outcome;
import chat.parley.log.Store;
import chat.parley.message.Mark;
import chat.parley.message.Position;
import chat.parley.wire.Frame;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From where on a member hears a room, and until when. */
class EnteringTest {
  private final Scene scene = new Scene();
  private final Room tea = scene.room("tea", scene.ann, scene.bob);
  private final FakeMember ann = FakeMember.parley(scene.ann);
  private final FakeMember bob = FakeMember.parley(scene.bob);

  private void say(int from, int to) {
    for (int i = from; i <= to; i++) {
      scene.say(tea, scene.ann, "" + i);
    }
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void enteringBetweenTwoMessagesMakesNoHoleAndNoDuplicate() {
    scene.settle(tea, ann);
    say(1, 3);
    tea.enter(bob, Optional.empty());
    say(4, 6);
    scene.passes.run();
    assertEquals(range(1, 6), bob.seqs());
    assertEquals(range(1, 6), ann.seqs());
  }

  @Test
  void whatIsStoredButNotDeliveredYetIsHeardOnce() {
    scene.settle(tea, ann);
    say(1, 2);
    scene.passes.run();
    List<Outcome> stored = scene.store(scene.draft(tea, scene.ann, null, "3"));
    tea.enter(bob, Optional.empty());
    scene.passes.run();
    assertEquals(range(1, 2), bob.seqs());
    tea.committed(stored);
    scene.passes.run();
    assertEquals(range(1, 3), bob.seqs());
  }

  @Test
  void theAnswerSaysWhereTheRoomStandsAndWhereTheTailBegins() {
    say(1, Store.TAIL + 5);
    scene.passes.run();
    tea.enter(bob, Optional.empty());
    scene.passes.run();
    JsonObject reset = bob.objects().get(0);
    assertEquals("reset", reset.getString("type"));
    assertEquals(5, reset.getInt("seq"));
    assertEquals(scene.position(tea, 5).mark().value(), reset.getString("mark"));
    assertEquals(1, reset.getInt("first"));
    JsonObject room = reset.getJsonObject("room");
    assertEquals("#tea", room.getString("name"));
    assertEquals(Store.TAIL + 5, room.getInt("seq"));
    assertEquals(scene.store.end(tea.id()).mark().value(), room.getString("mark"));
    assertEquals(range(6, Store.TAIL + 5), bob.seqs());
  }

  @Test
  void namesComeBeforeTheyAreUsedAndPresenceLast() {
    tea.come(scene.ann);
    say(1, 1);
    tea.enter(bob, Optional.empty());
    scene.passes.run();
    assertEquals(List.of("reset", "person", "message", "presence"), bob.types());
    assertEquals("ann", bob.objects("person").get(0).getString("name"));
  }

  @Test
  void whoReturnsGetsExactlyWhatWasMissed() {
    say(1, 9);
    scene.passes.run();
    tea.enter(bob, Optional.of(scene.position(tea, 6)));
    say(10, 10);
    scene.passes.run();
    assertEquals(range(7, 10), bob.seqs());
    assertEquals(List.of(), bob.objects("reset"));
  }

  @Test
  void whoMissedNothingIsToldOnlyWhoIsHere() {
    say(1, 3);
    scene.passes.run();
    tea.enter(bob, Optional.of(scene.position(tea, 3)));
    scene.passes.run();
    assertEquals(List.of("presence"), bob.types());
  }

  @Test
  void aPositionOfAnotherHistoryIsAnsweredByReset() {
    say(1, 3);
    scene.passes.run();
    tea.enter(bob, Optional.of(new Position(tea.id(), 2, new Mark("0000000000000000"))));
    scene.passes.run();
    assertEquals(1, bob.objects("reset").size());
    assertEquals(range(1, 3), bob.seqs());
  }

  @Test
  void whoMissedMuchIsToldStretchByStretchAndHearsTheRoomWithTheLast() {
    int all = Stretch.MAX_ENTRIES + 2;
    say(1, all);
    scene.passes.run();
    tea.enter(ann, Optional.of(scene.position(tea, 1)));
    say(all + 1, all + 1);
    scene.passes.run();
    assertEquals(range(2, Stretch.MAX_ENTRIES + 1), ann.seqs());
    assertEquals(List.of(), ann.entered);
    assertEquals(List.of(scene.position(tea, Stretch.MAX_ENTRIES + 1)), ann.more);
    tea.enter(ann, Optional.of(ann.more.get(0)));
    say(all + 2, all + 2);
    scene.passes.run();
    assertEquals(range(2, all + 2), ann.seqs());
    assertEquals(List.of(tea), ann.entered);
    assertEquals(List.of(), ann.objects("reset"));
  }

  @Test
  void whoHearsTheRoomHearsNothingOfItWhileAGapIsMendedInStretches() {
    scene.settle(tea, ann);
    say(1, Stretch.MAX_ENTRIES + 1);
    scene.passes.run();
    ann.forget();
    tea.enter(ann, Optional.of(scene.position(tea, 0)));
    say(Stretch.MAX_ENTRIES + 2, Stretch.MAX_ENTRIES + 2);
    scene.passes.run();
    assertEquals(range(1, Stretch.MAX_ENTRIES), ann.seqs());
  }

  @Test
  void enteringAgainAnswersAgainAndHearsOnce() {
    scene.settle(tea, ann);
    tea.enter(ann, Optional.empty());
    say(1, 1);
    scene.passes.run();
    assertEquals(1, ann.objects("reset").size());
    assertEquals(List.of(1), ann.seqs());
  }

  @Test
  void aMemberIsToldThatItsEnteringWasAnswered() {
    FakeMember plain = FakeMember.plain(scene.ann);
    tea.enter(ann, Optional.empty());
    tea.enter(plain, Optional.empty());
    scene.passes.run();
    assertEquals(List.of(tea), ann.entered);
    assertEquals(List.of(tea), plain.entered);
    assertEquals(List.of(), plain.frames);
  }

  @Test
  void whoHasLeftSinceTheyAskedHearsNothingAndIsNotKeptWaiting() {
    FakeMember plain = FakeMember.plain(scene.bob);
    assertTrue(scene.rooms.leave(scene.bob, tea, Sequels.NONE));
    tea.enter(bob, Optional.empty());
    tea.enter(plain, Optional.empty());
    say(1, 1);
    scene.passes.run();
    assertEquals(List.of(), bob.frames);
    assertEquals(List.of(), plain.frames);
    assertEquals(List.of(tea), bob.entered);
  }

  @Test
  void whoIsBackBeforeTheirLeavingIsToldGoesOnHearing() {
    scene.settle(tea, bob);
    assertTrue(scene.rooms.leave(scene.bob, tea, Sequels.NONE));
    scene.rooms.join(scene.bob, tea.name().orElseThrow(), 0, Sequels.NONE);
    tea.leave(scene.bob);
    say(1, 1);
    scene.passes.run();
    assertEquals(List.of(1), bob.seqs());
  }

  @Test
  void allConnectionsOfWhoLeavesHearThatAndNothingAfter() {
    FakeMember second = FakeMember.parley(scene.bob);
    FakeMember plain = FakeMember.plain(scene.bob);
    scene.settle(tea, ann, bob, second, plain);
    say(1, 1);
    assertTrue(scene.rooms.leave(scene.bob, tea, Sequels.NONE));
    tea.leave(scene.bob);
    say(2, 2);
    scene.passes.run();
    for (FakeMember left : List.of(bob, second)) {
      assertEquals(List.of(1), left.seqs());
      JsonObject last = left.objects().get(left.objects().size() - 1);
      assertEquals("left", last.getString("type"));
      assertEquals(scene.bob.value(), last.getString("person"));
    }
    assertEquals(List.of("1"), plain.contents());
    assertEquals(range(1, 2), ann.seqs());
  }

  @Test
  void aLongAnswerIsCutIntoFramesOfTheBound() {
    for (int i = 0; i < Store.TAIL; i++) {
      scene.say(tea, scene.ann, "ä".repeat(4000));
    }
    tea.enter(bob, Optional.empty());
    scene.passes.run();
    assertEquals(range(1, Store.TAIL), bob.seqs());
    assertTrue(bob.frames.stream().allMatch(frame -> frame.bytes() <= Frame.MAX_BYTES));
  }

  @Test
  void whateverComesBetweenNobodyHasAHoleOrADuplicate() {
    for (long seed = 0; seed < 100; seed++) {
      new Story(seed).tell();
    }
  }

  /** Speaking, entering and going in a random order, with passes at random moments. */
  private static final class Story {
    private final String hint;
    private final Random random;
    private final Scene scene = new Scene();
    private final List<FakeMember> members = new ArrayList<>();
    private final List<Integer> from = new ArrayList<>();
    private final List<List<Outcome>> untold = new ArrayList<>();

    Story(long seed) {
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
        case 0, 1 -> untold.add(scene.store(scene.draft(scene.lobby, scene.ann, null, "x")));
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
