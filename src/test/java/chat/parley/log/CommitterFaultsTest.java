package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Code;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the committer does about each {@link Failure}. */
@Timeout(10)
class CommitterFaultsTest {
  private final MoodyStore store = new MoodyStore();
  private final AtomicLong nanos = new AtomicLong();
  private final Committer committer = new Committer(store, nanos::get);
  private final Drafts room = new Drafts();

  @AfterEach
  void close() {
    committer.close();
  }

  private Outcome outcome() throws InterruptedException {
    return room.await(1).get(0);
  }

  private Outcome outcomeOf(Draft draft) throws InterruptedException {
    assertTrue(committer.append(draft));
    return outcome();
  }

  private void assertRefused(Code code, long retryAfter, Outcome outcome) {
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, outcome);
    assertEquals(code, refused.code());
    assertEquals(retryAfter, refused.retryAfter());
  }

  private void awaitTrouble(Optional<String> trouble) {
    while (!committer.trouble().equals(trouble)) {
      assertFalse(Thread.interrupted(), "the time is over");
    }
  }

  @Test
  void whatWasInTheWayIsTriedAgain() throws InterruptedException {
    store.fail(Failure.BUSY, Failure.BUSY);
    committer.start();
    Draft draft = room.draft("hello");
    assertInstanceOf(Outcome.Stored.class, outcomeOf(draft));
    assertEquals(List.of(List.of(draft), List.of(draft), List.of(draft)), store.commits());
    assertEquals(Optional.empty(), committer.trouble());
  }

  @Test
  void whatStaysInTheWayIsNotWaitedForForEver() throws InterruptedException {
    store.failAlways(Failure.BUSY);
    committer.start();
    assertRefused(Code.BUSY, 1000, outcomeOf(room.draft("hello")));
    assertEquals(4, store.commits().size());
    assertEquals(Optional.of("The database is busy with something else."), committer.trouble());
  }

  @Test
  void onAFullDiskEverythingIsRefusedUntilThereIsRoom() throws InterruptedException {
    store.fail(Failure.FULL);
    committer.append(room.draft("1"));
    committer.append(room.draft("2"));
    committer.start();
    for (Outcome outcome : room.await(2)) {
      assertRefused(Code.STORAGE_FULL, 5000, outcome);
    }
    assertEquals(Optional.of("The disk is full."), committer.trouble());
    assertInstanceOf(Outcome.Stored.class, outcomeOf(room.draft("1")));
    assertEquals(Optional.empty(), committer.trouble());
  }

  @Test
  void aMarkThatStillFindsAPlaceDoesNotSayThatThereIsRoom() throws InterruptedException {
    store.fail(Failure.FULL);
    committer.start();
    assertRefused(Code.STORAGE_FULL, 5000, outcomeOf(room.draft("hello")));
    CountDownLatch stored = new CountDownLatch(1);
    committer.append(
        new Change() {
          @Override
          public void write(Connection connection) {}

          @Override
          public void stored() {
            stored.countDown();
          }
        });
    assertTrue(stored.await(5, TimeUnit.SECONDS));
    assertEquals(Optional.of("The disk is full."), committer.trouble());
    assertInstanceOf(Outcome.Stored.class, outcomeOf(room.draft("hello")));
    assertEquals(Optional.empty(), committer.trouble());
  }

  @Test
  void aDiskOnWhichNobodyTriesToStoreIsNotFullForEver() throws InterruptedException {
    store.fail(Failure.FULL);
    committer.start();
    assertRefused(Code.STORAGE_FULL, 5000, outcomeOf(room.draft("hello")));
    nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    assertEquals(Optional.of("The disk is full."), committer.trouble());
    nanos.incrementAndGet();
    assertEquals(Optional.empty(), committer.trouble());
  }

  @Test
  void afterAConnectionBrokeTheNextIsTriedAtOnce() throws InterruptedException {
    store.fail(Failure.GONE);
    committer.start();
    assertInstanceOf(Outcome.Stored.class, outcomeOf(room.draft("hello")));
  }

  @Test
  void whileTheDatabaseIsAwayWhatIsSaidIsRefused() throws InterruptedException {
    store.failAlways(Failure.GONE);
    committer.start();
    for (int i = 0; i < 3; i++) {
      assertRefused(Code.BUSY, 1000, outcomeOf(room.draft("hello")));
      assertEquals(Optional.of("The database can't be reached."), committer.trouble());
    }
  }

  @Test
  void itIsLookedForThoughNobodySaysAnything() throws InterruptedException {
    store.failAlways(Failure.GONE);
    committer.start();
    outcomeOf(room.draft("hello"));
    store.failAlways(null);
    awaitTrouble(Optional.empty());
    assertEquals(List.of(), store.commits().get(store.commits().size() - 1));
  }

  @Test
  void nothingElseIsStoredBeforeADoubtIsDecided() throws InterruptedException {
    store.failAlways(Failure.UNKNOWN);
    committer.start();
    Drafts other = new Drafts();
    Draft first = room.draft("first");
    committer.append(first);
    awaitTrouble(Optional.of("The database can't be reached."));
    committer.append(other.draft("second"));
    assertRefused(Code.BUSY, 1000, other.await(1).get(0));
    store.failAlways(null);
    assertEquals(first, assertInstanceOf(Outcome.Stored.class, outcome()).draft());
    assertEquals(List.of(List.of(first)), store.commits().stream().distinct().toList());
  }

  @Test
  void whoChangedSomethingHearsOfTheFailureToo() throws InterruptedException {
    store.failAlways(Failure.FULL);
    CountDownLatch failed = new CountDownLatch(1);
    committer.append(
        new Change() {
          @Override
          public void write(Connection connection) {}

          @Override
          public void failed() {
            failed.countDown();
          }
        });
    committer.start();
    assertTrue(failed.await(10, TimeUnit.SECONDS));
  }

  @Test
  void whatIsNotThereFailsAloneAlsoOneByOne() throws InterruptedException {
    store.fail(Failure.UNFIT, Failure.UNFIT);
    for (int i = 0; i < 3; i++) {
      committer.append(room.draft("" + i));
    }
    committer.start();
    List<Outcome> outcomes = room.await(3);
    assertEquals(Code.FAILED, assertInstanceOf(Outcome.Refused.class, outcomes.get(0)).code());
    assertInstanceOf(Outcome.Stored.class, outcomes.get(1));
    assertInstanceOf(Outcome.Stored.class, outcomes.get(2));
  }

  @Test
  void closingDoesNotWaitForADatabaseThatIsAway() throws InterruptedException {
    store.failAlways(Failure.UNKNOWN);
    committer.start();
    committer.append(room.draft("hello"));
    awaitTrouble(Optional.of("The database can't be reached."));
    committer.close();
    assertRefused(Code.BUSY, 1000, outcome());
  }
}
