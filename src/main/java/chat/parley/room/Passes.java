package chat.parley.room;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads that run the rooms' passes. Thread-safe. */
public final class Passes implements Executor, AutoCloseable {
  private final ExecutorService threads;

  /**
   * As many threads as there are processors, and two at least, so that one long pass doesn't hold
   * up every other room.
   */
  public Passes() {
    AtomicInteger count = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            task -> {
              Thread thread = new Thread(task, "parley-pass-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void execute(Runnable pass) {
    threads.execute(pass);
  }

  /** Begins no pass any more, and waits a moment for those that run. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // whoever stops the server is in a hurry
      Thread.currentThread().interrupt();
    }
  }
}
