package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import chat.parley.log.CountedDatabase;
import chat.parley.log.Databases;
import chat.parley.log.SqlStore;
import chat.parley.log.SteppedInbox;
import chat.parley.log.Store;
import chat.parley.message.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coming back to what memory doesn't hold: those who wait for one room are read to together. */
class ReturningTest {
  /** Statements of one reading. */
  private static final int READING = 1;

  private final CountedDatabase database = new CountedDatabase(Databases.fresh());
  private final Scene scene = new Scene(database);
  private Room lobby = scene.lobby;

  @AfterEach
  void close() {
    scene.close();
  }

  private void say(int count) {
    scene.inbox.hold();
    for (int i = 0; i < count; i++) {
      scene.say(lobby, scene.ann, "x");
    }
    scene.inbox.letGo();
    scene.passes.run();
  }

  /** Starts anew, with so many entries in memory at most, and so far none. */
  private void restart(int capacity) {
    SqlStore store = scene.store(capacity);
    lobby = scene.rooms(store, new SteppedInbox(store)).lobby();
  }

  private FakeMember enters(long seq) {
    FakeMember member = FakeMember.parley(scene.bob);
    lobby.enter(member, Optional.of(scene.position(lobby, seq)));
    return member;
  }

  /** Lets everything happen; how many statements that took. */
  private int settle(FakeMember... members) {
    int before = database.statements();
    scene.passes.run();
    for (FakeMember member : members) {
      List<Position> more = List.copyOf(member.more);
      member.more.clear();
      more.forEach(position -> lobby.enter(member, Optional.of(position)));
    }
    scene.passes.run();
    return database.statements() - before;
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void thoseWhoWaitShareWhatIsReadForTheFirst() {
    say(60);
    restart(4);
    FakeMember first = enters(10);
    FakeMember second = enters(50);
    FakeMember third = enters(10);
    assertEquals(READING, settle(first, second, third));
    assertEquals(range(11, 60), first.seqs());
    assertEquals(range(51, 60), second.seqs());
    assertEquals(range(11, 60), third.seqs());
    assertEquals(List.of(lobby), second.entered);
  }

  @Test
  void whoWaitsForSomethingElseIsReadToAfterwards() {
    say(60);
    restart(4);
    FakeMember late = enters(50);
    FakeMember early = enters(10);
    FakeMember foreign = FakeMember.parley(scene.cem);
    Position elsewhere = new Position(lobby.id(), 55, scene.position(lobby, 54).mark());
    lobby.enter(foreign, Optional.of(elsewhere));
    assertTrue(settle(late, early, foreign) <= 4 * READING);
    settle(late, early, foreign);
    assertEquals(range(51, 60), late.seqs());
    assertEquals(range(11, 60), early.seqs());
    assertEquals(1, foreign.objects("reset").size());
    assertEquals(range(11, 60), foreign.seqs());
  }

  @Test
  void whatWasReadIsInMemoryForTheNext() {
    say(60);
    restart(1000);
    FakeMember first = enters(10);
    assertEquals(READING, settle(first));
    FakeMember second = enters(20);
    assertEquals(0, settle(second));
    assertEquals(range(21, 60), second.seqs());
  }

  @Test
  void whoHasGoneMeanwhileKeepsNobodyWaiting() {
    say(60);
    restart(4);
    FakeMember first = enters(10);
    FakeMember second = enters(20);
    lobby.exit(first);
    settle(first, second);
    assertEquals(List.of(), first.seqs());
    assertEquals(range(21, 60), second.seqs());
  }

  @Test
  void whereNothingCanBeReadAllHaveToComeBack() {
    say(60);
    restart(4);
    FakeMember first = enters(10);
    FakeMember second = enters(20);
    database.close();
    scene.passes.run();
    assertEquals(List.of(1, 1), Stream.of(first, second).map(it -> it.lost).toList());
  }

  @Slow
  @Test
  void manyStretchesAreSharedToo() {
    say(2 * Store.STRETCH + 10);
    restart(4);
    FakeMember[] members =
        IntStream.range(0, 20).mapToObj(i -> enters(10L * i)).toArray(FakeMember[]::new);
    int statements = 0;
    for (int i = 0; i < 4; i++) {
      statements += settle(members);
    }
    for (int i = 0; i < members.length; i++) {
      assertEquals(range(10 * i + 1, 2 * Store.STRETCH + 10), members[i].seqs());
    }
    assertTrue(statements <= 4 * READING, statements + " statements");
  }
}
