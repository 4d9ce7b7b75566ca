package chat.parley.room;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that don't keep the process alive. */
final class Daemons {
  private Daemons() {}

  /** So many threads, of this name and a number. */
  static ExecutorService fixed(int size, String name) {
    AtomicInteger count = new AtomicInteger();
    return Executors.newFixedThreadPool(
        size,
        task -> {
          Thread thread = new Thread(task, name + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Begins nothing any more, and waits a moment for what runs. */
  static void stop(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // whoever stops the server is in a hurry
      Thread.currentThread().interrupt();
    }
  }
}
