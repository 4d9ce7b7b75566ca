package chat.parley.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Runs a handler over what was posted: everything that waits at a time, in order, never two at a
 * time. That makes the handler the single owner of whatever state only it touches; what one run
 * wrote, the next one sees.
 *
 * <p>Thread-safe. What waits is guarded by this; the handler runs without it.
 */
final class Mailbox<T> {
  private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());

  private final Executor executor;
  private final Consumer<List<T>> handler;
  private List<T> waiting = new ArrayList<>();
  private boolean scheduled;

  Mailbox(Executor executor, Consumer<List<T>> handler) {
    this.executor = executor;
    this.handler = handler;
  }

  /** Leaves this to be handled after all that was posted before. */
  void post(T item) {
    synchronized (this) {
      waiting.add(item);
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    schedule();
  }

  private void schedule() {
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException e) {
      // the server stops: every connection is closed with a code that says to come back
      LOG.log(System.Logger.Level.DEBUG, "not handled any more: {0}", e.getMessage());
    }
  }

  private void run() {
    List<T> taken;
    synchronized (this) {
      taken = waiting;
      waiting = new ArrayList<>();
    }
    try {
      handler.accept(taken);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "A pass failed; what it carried reaches its members when they resume.",
          e);
    } finally {
      goOn();
    }
  }

  private void goOn() {
    synchronized (this) {
      scheduled = !waiting.isEmpty();
      if (!scheduled) {
        return;
      }
    }
    schedule();
  }
}
