package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.Code;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who says one thing after the other, the next when the one before is stored, and the same
 * again when they are told to. Thread-safe.
 */
final class Chatter implements AutoCloseable {
  private final Committer committer;
  private final Drafts room;
  private final int count;
  private final Thread thread = new Thread(this::talk);
  private final CountDownLatch begun;
  private volatile AssertionError failure;

  /**
   * @param count how much they say
   * @param warm how much of it before {@link #awaitBegun} goes on
   */
  Chatter(Committer committer, Drafts room, int count, int warm) {
    this.committer = committer;
    this.room = room;
    this.count = count;
    this.begun = new CountDownLatch(warm);
    thread.start();
  }

  private void talk() {
    try {
      for (int i = 0; i < count; i++) {
        say("" + i);
        begun.countDown();
      }
    } catch (AssertionError e) {
      failure = e;
    } catch (InterruptedException e) {
      failure = new AssertionError("nobody interrupts it", e);
    }
  }

  private void say(String text) throws InterruptedException {
    committer.append(room.draft(Drafts.ANN, "r" + text, text));
    while (room.await(1).get(0) instanceof Outcome.Refused again) {
      assertEquals(Code.BUSY, again.code());
      committer.append(room.draft(Drafts.ANN, "r" + text, text));
    }
  }

  /** Waits until some of it is stored. */
  void awaitBegun() throws InterruptedException {
    begun.await(10, TimeUnit.SECONDS);
  }

  /** Waits until all is said. */
  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
    if (failure != null) {
      throw failure;
    }
  }
}
