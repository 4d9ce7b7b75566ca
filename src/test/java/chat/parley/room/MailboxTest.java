package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MailboxTest {
  @Test
  void everythingThatWaitsIsHandledTogetherInOrder() {
    SteppedExecutor executor = new SteppedExecutor();
    List<List<Integer>> runs = new ArrayList<>();
    Mailbox<Integer> mailbox = new Mailbox<>(executor, runs::add);
    IntStream.range(0, 5).forEach(mailbox::post);
    assertEquals(1, executor.waiting());
    executor.run();
    mailbox.post(5);
    executor.run();
    assertEquals(List.of(List.of(0, 1, 2, 3, 4), List.of(5)), runs);
  }

  @Test
  void whatIsPostedMeanwhileIsHandledByAnotherRun() {
    SteppedExecutor executor = new SteppedExecutor();
    List<List<Integer>> runs = new ArrayList<>();
    List<Mailbox<Integer>> self = new ArrayList<>();
    Mailbox<Integer> mailbox =
        new Mailbox<>(
            executor,
            items -> {
              runs.add(items);
              if (items.contains(1)) {
                self.get(0).post(2);
                self.get(0).post(3);
              }
            });
    self.add(mailbox);
    mailbox.post(1);
    executor.runOne();
    assertEquals(List.of(List.of(1)), runs);
    executor.run();
    assertEquals(List.of(List.of(1), List.of(2, 3)), runs);
    assertEquals(0, executor.waiting());
  }

  @Test
  void anExceptionDoesNotStopIt() {
    List<Integer> handled = new ArrayList<>();
    Mailbox<Integer> mailbox =
        new Mailbox<>(
            Runnable::run,
            items -> {
              handled.addAll(items);
              throw new IllegalStateException("a pass that fails");
            });
    mailbox.post(1);
    mailbox.post(2);
    assertEquals(List.of(1, 2), handled);
  }

  @Test
  void aPostAfterTheEndIsNoFailureOfThePoster() {
    List<Integer> handled = new ArrayList<>();
    Mailbox<Integer> mailbox =
        new Mailbox<>(
            task -> {
              throw new RejectedExecutionException("closed");
            },
            handled::addAll);
    mailbox.post(1);
    mailbox.post(2);
    assertEquals(List.of(), handled);
  }

  @Test
  void neverTwoRunsAtATimeAndEachPostersOrderIsKept() throws InterruptedException {
    int posters = 4;
    int each = 20_000;
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    List<int[]> handled = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch left = new CountDownLatch(posters * each);
    try (Passes passes = new Passes()) {
      Mailbox<int[]> mailbox =
          new Mailbox<>(
              passes,
              items -> {
                overlaps.addAndGet(inside.getAndIncrement());
                handled.addAll(items);
                inside.decrementAndGet();
                items.forEach(item -> left.countDown());
              });
      for (int poster = 0; poster < posters; poster++) {
        int name = poster;
        new Thread(() -> IntStream.range(0, each).forEach(i -> mailbox.post(new int[] {name, i})))
            .start();
      }
      left.await();
    }
    assertEquals(0, overlaps.get());
    for (int poster = 0; poster < posters; poster++) {
      int name = poster;
      List<Integer> order =
          handled.stream().filter(item -> item[0] == name).map(item -> item[1]).toList();
      assertEquals(IntStream.range(0, each).boxed().toList(), order);
    }
  }

  @Test
  void passesRunOnThreadsThatDoNotKeepTheServerUp() throws InterruptedException {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch run = new CountDownLatch(1);
    try (Passes passes = new Passes()) {
      passes.execute(
          () -> {
            threads.add(Thread.currentThread());
            run.countDown();
          });
      run.await();
    }
    threads.get(0).join();
    assertTrue(threads.get(0).isDaemon());
    assertTrue(threads.get(0).getName().startsWith("parley-pass-"));
  }
}
