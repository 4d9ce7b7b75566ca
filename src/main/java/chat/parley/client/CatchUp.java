package chat.parley.client;

import java.util.ArrayDeque;

/**
 * The rooms a client has yet to enter, one at a time: the next one only when what was said of the one before has been sent, so that somebody in
 * many rooms is served as fast as they read. Thread-safe: guarded by this; a step runs without it.
 */
final class CatchUp {
  private final ArrayDeque<Runnable> steps = new ArrayDeque<>();
  private boolean entering;

  synchronized void add(Iterable<Runnable> more) {
    more.forEach(steps::add);
  }

  /** The room that was being entered has answered. */
  synchronized void done() {
    entering = false;
  }

  /** Goes on, if the outbox is idle and no room is being entered. */
  void step(boolean idle) {
    Runnable step = idle ? take() : null;
    if (step != null) {
      step.run();
    }
  }

  private synchronized Runnable take() {
    if (entering || steps.isEmpty()) {
      return null;
    }
    entering = true;
    return steps.remove();
  }
}
