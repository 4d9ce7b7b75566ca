package chat.parley.client;

import java.util.concurrent.CountDownLatch;

/**
 * Finds out whether a thread is interrupted at what it does, which closes the channel to which it
 * writes ({@link java.nio.channels.InterruptibleChannel}). Thread-safe.
 */
final class Interruption {
  /** How long a thread is looked at, in milliseconds: whoever stops it is there by then. */
  private static final long LOOK = 300;

  private final CountDownLatch looks = new CountDownLatch(1);
  private volatile boolean came;

  /** Takes some time, on the thread that may be interrupted. */
  void look() {
    looks.countDown();
    try {
      Thread.sleep(LOOK); // as a write does: it waits, and an interrupt ends that
    } catch (InterruptedException e) {
      came = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until somebody looks. */
  void awaitLook() throws InterruptedException {
    looks.await();
  }

  /** Whether it came, once the thread has been waited for. */
  boolean came() {
    return came;
  }
}
