package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Code;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CommitterTest {
  private final Drafts tea = new Drafts();
  private final Drafts coffee = new Drafts();
  private final GatedStore store = new GatedStore(tea, coffee);
  private final Committer committer = new Committer(store);

  @AfterEach
  void close() {
    store.open();
    committer.close();
  }

  private static List<String> contents(List<Outcome> outcomes) {
    return outcomes.stream().map(outcome -> Drafts.content(outcome.draft().act())).toList();
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "" + i).toList();
  }

  @Test
  void whatIsAppendedIsStoredInOrderOverAllRooms() throws InterruptedException {
    store.open();
    committer.start();
    for (int i = 0; i < 1000; i++) {
      assertTrue(committer.append((i % 2 == 0 ? tea : coffee).draft("" + i)));
    }
    assertEquals(
        numbers(0, 1000).stream().filter(n -> Integer.parseInt(n) % 2 == 0).toList(),
        contents(tea.await(500)));
    coffee.await(500);
    assertEquals(numbers(0, 1000), store.contents());
  }

  @Test
  void aLoneMessageIsStoredAtOnceAndWhatWaitsMeanwhileTogether() throws InterruptedException {
    committer.start();
    committer.append(tea.draft("0"));
    store.awaitCommit();
    for (int i = 1; i <= 100; i++) {
      committer.append((i % 2 == 0 ? tea : coffee).draft("" + i));
    }
    store.open();
    tea.await(51);
    coffee.await(50);
    assertEquals(List.of(1, 100), store.sizes());
  }

  @Test
  void eachRoomIsToldOncePerTransaction() throws InterruptedException {
    committer.append(tea.draft("0"));
    committer.append(coffee.draft("1"));
    committer.append(tea.draft("2"));
    store.open();
    committer.start();
    assertEquals(List.of("0", "2"), contents(tea.told.take()));
    assertEquals(List.of("1"), contents(coffee.told.take()));
  }

  @Test
  void whatTheStoreCannotTakeFailsAlone() throws InterruptedException {
    store.refuse("2");
    for (int i = 0; i < 5; i++) {
      committer.append(tea.draft("" + i));
    }
    store.open();
    committer.start();
    List<Outcome> outcomes = tea.await(5);
    assertEquals(numbers(0, 5), contents(outcomes));
    assertEquals(List.of("0", "1", "3", "4"), store.contents());
    assertEquals(Code.FAILED, assertInstanceOf(Outcome.Refused.class, outcomes.get(2)).code());
    for (int i : new int[] {0, 1, 3, 4}) {
      assertInstanceOf(Outcome.Stored.class, outcomes.get(i));
    }
  }

  @Test
  void afterAFailureItGoesOn() throws InterruptedException {
    store.refuse("bad");
    store.open();
    committer.start();
    committer.append(tea.draft("bad"));
    assertInstanceOf(Outcome.Refused.class, tea.await(1).get(0));
    committer.append(tea.draft("good"));
    assertInstanceOf(Outcome.Stored.class, tea.await(1).get(0));
  }

  @Test
  void whoMayWriteIsJudgedOnTheCommittersThreadInOrder() throws InterruptedException {
    Set<Thread> judges = ConcurrentHashMap.newKeySet();
    List<String> judged = new ArrayList<>();
    tea.judgeBy(
        draft -> {
          judges.add(Thread.currentThread());
          judged.add(Drafts.content(draft.act()));
          return Drafts.content(draft.act()).equals("1")
              ? Optional.of(new Outcome.Refused(draft, Code.NOT_JOINED, "No."))
              : Optional.empty();
        });
    for (int i = 0; i < 3; i++) {
      committer.append(tea.draft("" + i));
    }
    store.open();
    committer.start();
    List<Outcome> outcomes = tea.await(3);
    assertEquals(
        Set.of("parley-committer"), Set.copyOf(judges.stream().map(Thread::getName).toList()));
    assertEquals(numbers(0, 3), judged);
    assertInstanceOf(Outcome.Stored.class, outcomes.get(0));
    assertEquals(Code.NOT_JOINED, assertInstanceOf(Outcome.Refused.class, outcomes.get(1)).code());
    assertEquals(2, assertInstanceOf(Outcome.Stored.class, outcomes.get(2)).entry().seq());
  }

  @Test
  void roomsAndChangesAreToldInTheOrderOfWhatWasAppended() throws InterruptedException {
    List<Integer> heardBefore = new ArrayList<>();
    Change change =
        new Change() {
          @Override
          public void write(Connection connection) {}

          @Override
          public void stored() {
            heardBefore.add(tea.told.stream().mapToInt(List::size).sum());
          }
        };
    committer.append(change);
    committer.append(tea.draft("1"));
    committer.append(tea.draft("2"));
    committer.append(change);
    committer.append(tea.draft("3"));
    store.open();
    committer.start();
    committer.close();
    assertEquals(List.of(0, 2), heardBefore);
    assertEquals(List.of(2, 1), tea.told.stream().map(List::size).toList());
  }

  @Test
  void aChangeThatFailsIsToldSoAndTheOthersAreStored() throws InterruptedException {
    AtomicBoolean failed = new AtomicBoolean();
    Change change =
        new Change() {
          @Override
          public void write(Connection connection) {}

          @Override
          public void failed() {
            failed.set(true);
          }

          @Override
          public String toString() {
            return "bad";
          }
        };
    store.refuse("bad");
    committer.append(tea.draft("1"));
    committer.append(change);
    committer.append(tea.draft("2"));
    store.open();
    committer.start();
    assertEquals(List.of(1L, 2L), tea.await(2).stream().map(CommitterTest::seq).toList());
    committer.close();
    assertTrue(failed.get());
  }

  private static long seq(Outcome outcome) {
    return assertInstanceOf(Outcome.Stored.class, outcome).entry().seq();
  }

  @Test
  void aFullInboxTakesNoMore() throws InterruptedException {
    committer.start();
    committer.append(tea.draft("first"));
    store.awaitCommit();
    for (int i = 0; i < Committer.MAX_WAITING; i++) {
      assertTrue(committer.append(tea.draft("")));
    }
    assertFalse(committer.append(tea.draft("")));
    assertFalse(committer.isOpen());
    store.open();
    assertEquals(1 + Committer.MAX_WAITING, tea.await(1 + Committer.MAX_WAITING).size());
    assertTrue(committer.append(tea.draft("again")));
  }

  @Test
  void anInboxIsFullOfBytesToo() throws InterruptedException {
    committer.start();
    committer.append(tea.draft("first"));
    store.awaitCommit();
    String large = "x".repeat(1024 * 1024);
    int fit = Committer.MAX_BYTES / tea.draft(large).weight();
    for (int i = 0; i < fit; i++) {
      assertTrue(committer.append(tea.draft(large)));
    }
    assertFalse(committer.append(tea.draft(large)));
    assertTrue(committer.append(tea.draft("small")));
    store.open();
    tea.await(fit + 2);
    assertTrue(committer.append(tea.draft(large)));
  }

  @Test
  void closingStoresWhatWasTakenAndEndsTheThread() throws InterruptedException {
    Set<Thread> storing = ConcurrentHashMap.newKeySet();
    tea.judgeBy(
        draft -> {
          storing.add(Thread.currentThread());
          return Optional.empty();
        });
    for (int i = 0; i < 100; i++) {
      committer.append(tea.draft(ANN, "r" + i, "" + i));
    }
    store.open();
    committer.start();
    committer.close();
    assertEquals(100, tea.await(100).size());
    assertEquals(List.of(false), storing.stream().map(Thread::isAlive).toList());
  }

  @Test
  void afterClosingNothingIsTaken() {
    store.open();
    committer.start();
    committer.close();
    assertFalse(committer.append(tea.draft("late")));
  }

  @Test
  void closingOneThatWasNeverStartedReturns() {
    committer.close();
    assertFalse(committer.append(tea.draft("late")));
  }

  @Test
  void itIsOpenFromItsStartToItsEnd() {
    assertFalse(committer.isOpen());
    committer.start();
    assertTrue(committer.isOpen());
    store.open();
    committer.close();
    assertFalse(committer.isOpen());
  }
}
