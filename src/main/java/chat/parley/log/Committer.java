package chat.parley.log;

import chat.parley.message.Code;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
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
public final class Committer implements Inbox, AutoCloseable {
  /** Drafts and changes that may wait. */
  static final int MAX_WAITING = 20_000;

  /** Bytes of these that may wait, about. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Committer.class.getName());

  private final Store store;
  private final Thread thread = new Thread(this::run, "parley-committer");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Work> waiting = new ArrayList<>();
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

  @Override
  public boolean append(List<? extends Work> work) {
    int weight = work.stream().mapToInt(Work::weight).sum();
    lock.lock();
    try {
      if (closed || waiting.size() + work.size() > MAX_WAITING || bytes + weight > MAX_BYTES) {
        return false;
      }
      if (waiting.isEmpty()) {
        changed.signal();
      }
      waiting.addAll(work);
      bytes += weight;
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
    for (List<Work> work = take(); !work.isEmpty(); work = take()) {
      commit(work);
    }
  }

  /** All that waits; empty only once closed. */
  private List<Work> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      List<Work> taken = waiting;
      waiting = new ArrayList<>();
      bytes = 0;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** After a failed transaction one by one, so that what the store can't take fails alone. */
  void commit(List<? extends Work> work) {
    List<Outcome> outcomes;
    try {
      outcomes = store.commit(work);
    } catch (RuntimeException e) {
      if (work.size() == 1) {
        failed(work.get(0), e);
      } else {
        work.forEach(one -> commit(List.of(one)));
      }
      return;
    }
    tell(work, outcomes.iterator());
  }

  /** In the order of what was appended, as somebody who comes before a message hears it. */
  private static void tell(List<? extends Work> work, Iterator<Outcome> outcomes) {
    List<Outcome> before = new ArrayList<>();
    for (Work one : work) {
      if (one instanceof Change change) {
        handBack(before);
        before.clear();
        change.stored();
      } else {
        before.add(outcomes.next());
      }
    }
    handBack(before);
  }

  private static void failed(Work work, RuntimeException e) {
    if (work instanceof Change change) {
      LOG.log(System.Logger.Level.ERROR, "A change could not be stored.", e);
      change.failed();
    } else if (work instanceof Draft draft) {
      handBack(List.of(failed(draft, e)));
    }
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
