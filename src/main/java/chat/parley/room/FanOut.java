package chat.parley.room;

import chat.parley.wire.Frame;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Offers frames to the members of a room. Of many members each thread takes a slice at a time until
 * none is left, so that one large room has the use of the whole machine; and as that ends only when
 * everyone was offered everything, a room that is spoken in faster than it can be heard joins more
 * into its next pass instead of filling the outboxes.
 *
 * <p>Nothing waits for a thread that is not there: slices are taken, never given, and the caller
 * takes all that nobody else does. One offer at a time.
 */
final class FanOut {
  /** Members of a slice: worth some hundred times what it costs to wake a thread. */
  static final int SLICE = 128;

  private final Executor helpers;
  private final int most;

  /**
   * @param helpers threads that help where they are free; one that is busy or refuses is not missed
   */
  FanOut(Executor helpers) {
    this(helpers, Runtime.getRuntime().availableProcessors() - 1);
  }

  FanOut(Executor helpers, int most) {
    this.helpers = helpers;
    this.most = most;
  }

  /** Offers all frames, in order, to each of these. */
  void offer(Collection<Member> members, List<Frame> frames) {
    Slices slices = new Slices(members.toArray(Member[]::new), frames);
    for (int i = 0; i < Math.min(most, slices.count - 1); i++) {
      help(slices);
    }
    slices.run();
    slices.await();
  }

  private void help(Slices slices) {
    try {
      helpers.execute(slices);
    } catch (RejectedExecutionException e) {
      // the server stops: the caller does it alone
    }
  }

  /** One offer; run by several threads at a time. */
  private static final class Slices implements Runnable {
    private final Member[] members;
    private final List<Frame> frames;
    private final int count;
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch left;

    Slices(Member[] members, List<Frame> frames) {
      this.members = members;
      this.frames = frames;
      this.count = (members.length + SLICE - 1) / SLICE;
      this.left = new CountDownLatch(count);
    }

    @Override
    public void run() {
      for (int slice = taken.getAndIncrement(); slice < count; slice = taken.getAndIncrement()) {
        try {
          offer(slice);
        } finally {
          left.countDown();
        }
      }
    }

    private void offer(int slice) {
      for (int i = slice * SLICE; i < Math.min(members.length, (slice + 1) * SLICE); i++) {
        for (Frame frame : frames) {
          members[i].hear(frame);
        }
      }
    }

    /**
     * Waits for the slices that others have taken: no more than memory and a write that never
     * blocks.
     */
    void await() {
      try {
        left.await();
      } catch (InterruptedException e) {
        // the server stops: every connection is closed with a code that says to come back
        Thread.currentThread().interrupt();
      }
    }
  }
}
