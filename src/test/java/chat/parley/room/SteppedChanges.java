package chat.parley.room;

import chat.parley.log.Change;
import chat.parley.log.Changes;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands changes on as they come, or holds them back, or takes none, as it is told. Thread-safe as
 * long as it is told nothing.
 */
public final class SteppedChanges implements Changes {
  private final Changes next;
  private final List<Change> held = new ArrayList<>();
  private boolean holds;
  private boolean full;

  /** Changes that count as stored at once. */
  public SteppedChanges() {
    this(
        change -> {
          change.stored();
          return true;
        });
  }

  /**
   * @param next who stores them
   */
  public SteppedChanges(Changes next) {
    this.next = next;
  }

  @Override
  public boolean append(Change change) {
    if (full) {
      return false;
    }
    return holds ? held.add(change) : next.append(change);
  }

  /** From now on what comes is held back. */
  public void hold() {
    holds = true;
  }

  /** Hands on what was held back, and from now on what comes. */
  public void letGo() {
    holds = false;
    held.forEach(next::append);
    held.clear();
  }

  /** Stores so many of those held back. */
  public void store(int count) {
    for (int i = 0; i < count; i++) {
      next.append(held.remove(0));
    }
  }

  /** So many of those held back could not be stored. */
  public void fail(int count) {
    for (int i = 0; i < count; i++) {
      held.remove(0).failed();
    }
  }

  /** How many are held back. */
  public int held() {
    return held.size();
  }

  /** From now on none is taken. */
  public void fill() {
    full = true;
  }
}
