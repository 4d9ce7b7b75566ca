package chat.parley.thread;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that don't keep the process alive, and knows when they are gone. An executor calls
 * itself terminated a moment before its last thread has ended, and in that moment a container that
 * undeploys the application takes the thread for a leak. Thread-safe.
 */
public final class Daemons implements ThreadFactory {
  private final String name;
  private final AtomicInteger count = new AtomicInteger();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /**
   * @param name what they are called, before a number
   */
  public Daemons(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    Thread thread = new Thread(task, name + count.incrementAndGet());
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /**
   * Waits until an executor, which was shut down before, has done its work and the threads, which
   * were made here, have ended; so long at most.
   */
  public void await(ExecutorService executor, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    try {
      executor.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      // whoever stops the server is in a hurry
      Thread.currentThread().interrupt();
    }
    await(Duration.ofNanos(end - System.nanoTime()));
  }

  /** Waits until the threads that were made here have ended; so long at most. */
  public void await(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    try {
      for (Thread thread : threads) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left > 0) {
          thread.join(left);
        }
      }
    } catch (InterruptedException e) {
      // as above
      Thread.currentThread().interrupt();
    }
  }
}
