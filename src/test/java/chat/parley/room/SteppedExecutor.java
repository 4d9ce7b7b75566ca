package chat.parley.room;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/**
 * Runs what it was given when it is told to, on the thread that tells it. Thread-safe as long as
 * one thread runs it.
 */
public final class SteppedExecutor implements Executor {
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

  /** An executor with nothing to do. */
  public SteppedExecutor() {}

  @Override
  public synchronized void execute(Runnable task) {
    waiting.add(task);
  }

  /** How many tasks wait. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Runs all that waits, and what comes of it. */
  public void run() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  /** Runs the first that waits, if there is one. */
  public void runOne() {
    Runnable task = next();
    if (task != null) {
      task.run();
    }
  }

  private synchronized Runnable next() {
    return waiting.poll();
  }
}
