package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.FromServer;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FanOutTest {
  private static final PersonId ANN = new PersonId("p_0000000000000001");
  private static final List<Frame> FRAMES =
      List.of(Frame.of(new FromServer.Ping()), Frame.of(new FromServer.Pong()));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 129, 1000})
  void everyMemberHearsEveryFrameOnceInOrder(int size) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<FakeMember> members = members(size);
    FanOut fanOut = new FanOut(threads, 3);
    for (int i = 0; i < 100; i++) {
      fanOut.offer(List.copyOf(members), FRAMES);
    }
    List<Frame> hundredTimes =
        Collections.nCopies(100, FRAMES).stream().flatMap(List::stream).toList();
    for (FakeMember member : members) {
      assertEquals(hundredTimes, member.frames);
    }
    threads.shutdown();
    assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
  }

  @Test
  void manyMembersAreServedByAllThreads() {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CountDownLatch meeting = new CountDownLatch(3);
    Set<Thread> seen = Collections.synchronizedSet(new HashSet<>());
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 3 * FanOut.SLICE; i++) {
      members.add(
          new Meeting() {
            @Override
            public void hear(Frame frame) {
              if (seen.add(Thread.currentThread())) {
                meeting.countDown();
                waitFor(meeting);
              }
            }
          });
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> new FanOut(threads, 2).offer(members, FRAMES));
    assertEquals(3, seen.size());
    threads.shutdownNow();
  }

  @Test
  void nobodyIsMissedWhileAllHelpersAreBusy() {
    List<FakeMember> members = members(1000);
    new FanOut(new SteppedExecutor(), 3).offer(List.copyOf(members), FRAMES);
    members.forEach(member -> assertEquals(FRAMES, member.frames));
  }

  @Test
  void nobodyIsMissedWhenTheHelpersHaveStopped() {
    List<FakeMember> members = members(1000);
    FanOut fanOut =
        new FanOut(
            task -> {
              throw new RejectedExecutionException();
            },
            3);
    fanOut.offer(List.copyOf(members), FRAMES);
    members.forEach(member -> assertEquals(FRAMES, member.frames));
  }

  @Test
  void aHelperThatComesTooLateRepeatsNothing() {
    SteppedExecutor helpers = new SteppedExecutor();
    List<FakeMember> members = members(1000);
    new FanOut(helpers, 3).offer(List.copyOf(members), FRAMES);
    assertEquals(3, helpers.waiting());
    helpers.run();
    members.forEach(member -> assertEquals(FRAMES, member.frames));
  }

  private static List<FakeMember> members(int size) {
    return Stream.generate(() -> FakeMember.parley(ANN)).limit(size).toList();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private abstract static class Meeting implements Member {
    @Override
    public PersonId person() {
      return ANN;
    }

    @Override
    public Format format() {
      return Format.PARLEY;
    }

    @Override
    public void more(Room room, Position from) {}

    @Override
    public void entered(Room room) {}

    @Override
    public boolean hears(Room room) {
      return true;
    }

    @Override
    public void lost() {}
  }
}
