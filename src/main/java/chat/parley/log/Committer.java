package chat.parley.log;

import chat.parley.message.Code;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one thread that stores. It takes everything that waits in all rooms, stores it as one
 * transaction, and hands each room its numbered batch: nobody else waits for the store, a lone
 * message is not held up, and the more there is to do, the more one transaction carries (group
 * commit).
 *
 * <p>Thread-safe. What waits is guarded by {@code lock}; the store and the rooms are called without
 * it.
 */
public final class Committer implements AutoCloseable {
  /** Drafts that may wait. */
  static final int MAX_WAITING = 20_000;

  /** Bytes of drafts that may wait, about. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Committer.class.getName());

  private final Store store;
  private final Thread thread = new Thread(this::run, "parley-committer");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Draft> waiting = new ArrayList<>();
  private int bytes;
  private boolean closed;

  /**
   * A committer that is the only one to call this store's {@code commit}. It does nothing before
   * {@link #start}.
   */
  public Committer(Store store) {
    this.store = store;
    thread.setDaemon(true);
  }

  /** Begins to store. */
  public void start() {
    thread.start();
  }

  /**
   * Takes a draft, to be stored after all that were taken before. The room is told what became of
   * it.
   *
   * @return false if more waits than may, or the server stops: then the draft was not taken
   */
  public boolean append(Draft draft) {
    lock.lock();
    try {
      if (closed || waiting.size() >= MAX_WAITING || bytes + draft.weight() > MAX_BYTES) {
        return false;
      }
      waiting.add(draft);
      bytes += draft.weight();
      if (waiting.size() == 1) {
        changed.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a draft would be taken now, and stored. */
  public boolean isOpen() {
    lock.lock();
    try {
      return thread.isAlive() && !closed && waiting.size() < MAX_WAITING && bytes < MAX_BYTES;
    } finally {
      lock.unlock();
    }
  }

  /** Stores what was taken, then ends. Waits for that, 5 s at most. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      // whoever stops the server is in a hurry; the thread is a daemon
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    for (List<Draft> drafts = take(); !drafts.isEmpty(); drafts = take()) {
      handBack(commit(drafts));
    }
  }

  /** All that waits; empty only once closed. */
  private List<Draft> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      List<Draft> taken = waiting;
      waiting = new ArrayList<>();
      bytes = 0;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private List<Outcome> commit(List<Draft> drafts) {
    try {
      return store.commit(drafts.stream().map(Judged::of).toList());
    } catch (RuntimeException e) {
      return drafts.size() == 1 ? List.of(failed(drafts.get(0), e)) : oneByOne(drafts);
    }
  }

  /** After a failed transaction, so that what the store can't take fails alone. */
  private List<Outcome> oneByOne(List<Draft> drafts) {
    List<Outcome> outcomes = new ArrayList<>(drafts.size());
    drafts.forEach(draft -> outcomes.addAll(commit(List.of(draft))));
    return outcomes;
  }

  private static Outcome failed(Draft draft, RuntimeException e) {
    LOG.log(
        System.Logger.Level.ERROR,
        "An entry of room " + draft.room().id() + " could not be stored.",
        e);
    return new Outcome.Refused(
        draft, Code.FAILED, "The server could not store this message. Please send it again.");
  }

  private static void handBack(List<Outcome> outcomes) {
    Map<LoggedRoom, List<Outcome>> byRoom = new IdentityHashMap<>();
    for (Outcome outcome : outcomes) {
      byRoom.computeIfAbsent(outcome.draft().room(), room -> new ArrayList<>()).add(outcome);
    }
    byRoom.forEach(LoggedRoom::committed);
  }
}
