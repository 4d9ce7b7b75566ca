package chat.parley.client;

import chat.parley.room.Room;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The rooms a client has yet to enter and the pages that it has asked for, one at a time: the next
 * one only when what was said of the one before has been sent, so that somebody in many rooms is
 * served as fast as they read. Thread-safe: guarded by this; a step runs without it.
 */
final class CatchUp {
  /**
   * A room to enter, and how.
   *
   * @param room what answers
   * @param enter asks it
   */
  record Step(Room room, Runnable enter) {}

  /** Pages that may be waited for at a time. */
  private static final int MAX_ASKED = 20;

  private final ArrayDeque<Step> steps = new ArrayDeque<>();
  private Room entering;
  private int asked;

  /**
   * Takes one more thing to ask for.
   *
   * @return false if as many wait as may; it is not taken then
   */
  synchronized boolean offer(Step step) {
    if (asked >= MAX_ASKED) {
      return false;
    }
    asked++;
    steps.add(
        new Step(
            step.room(),
            () -> {
              begun();
              step.enter().run();
            }));
    return true;
  }

  private synchronized void begun() {
    asked--;
  }

  synchronized void add(List<Step> more) {
    steps.addAll(more);
  }

  /** A room has answered. One that was not asked by a step doesn't count. */
  synchronized void done(Room room) {
    if (entering == room) {
      entering = null;
    }
  }

  /** A room has answered a part, and this is how to ask it for the next one. */
  synchronized void more(Step step) {
    done(step.room());
    steps.addFirst(step);
  }

  /** Goes on, if the outbox is idle and no room is being entered. */
  void step(boolean idle) {
    Step step = idle ? take() : null;
    if (step != null) {
      step.enter().run();
    }
  }

  private synchronized Step take() {
    if (entering != null || steps.isEmpty()) {
      return null;
    }
    entering = steps.peek().room();
    return steps.remove();
  }
}
