package chat.parley.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DaemonsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Daemons daemons = new Daemons("test-");

  @Test
  void numbersThreadsThatDoNotKeepTheProcessAlive() {
    assertEquals("test-1", daemons.newThread(() -> {}).getName());
    assertEquals("test-2", daemons.newThread(() -> {}).getName());
    assertTrue(daemons.newThread(() -> {}).isDaemon());
  }

  /** What the executor runs as its thread ends some time after the executor has terminated. */
  @Test
  void waitsUntilTheThreadsHaveEnded() {
    AtomicReference<Thread> made = new AtomicReference<>();
    CountDownLatch over = new CountDownLatch(1);
    ThreadFactory lingering =
        task -> {
          made.set(
              daemons.newThread(
                  () -> {
                    task.run();
                    linger(over);
                  }));
          return made.get();
        };
    ExecutorService executor = Executors.newFixedThreadPool(1, lingering);
    executor.execute(over::countDown);
    executor.shutdown();
    daemons.await(executor, LONG);
    assertEquals(Thread.State.TERMINATED, made.get().getState());
  }

  private static void linger(CountDownLatch over) {
    try {
      over.await();
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts it", e);
    }
  }

  @Test
  void waitsForThreadsThatNobodyShutDown() {
    CountDownLatch over = new CountDownLatch(0);
    Thread thread = daemons.newThread(() -> linger(over));
    thread.start();
    daemons.await(LONG);
    assertEquals(Thread.State.TERMINATED, thread.getState());
  }

  @Test
  void givesUpOnAThreadThatDoesNotEnd() {
    CountDownLatch never = new CountDownLatch(1);
    ExecutorService executor = Executors.newFixedThreadPool(1, daemons);
    executor.execute(() -> linger(never));
    executor.shutdown();
    daemons.await(executor, Duration.ofMillis(10));
    assertEquals(1, never.getCount());
    never.countDown();
    daemons.await(executor, LONG);
    assertTrue(executor.isTerminated());
  }
}
