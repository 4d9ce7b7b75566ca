package chat.parley.log;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The one thread that stores. It takes everything that waits in all rooms, stores it as one
 * transaction, and hands each room its numbered batch: nobody else waits for the store, a lone
 * message is not held up, and the more there is to do, the more one transaction carries (group
 * commit). What the database can't store now is tried again where that may help, and refused where
 * it would keep everybody waiting.
 *
 * <p>Thread-safe. What waits is guarded by {@code lock}; the store and the rooms are called without
 * it.
 */
public final class Committer implements Inbox, AutoCloseable {
  /** Drafts and changes that may wait. */
  static final int MAX_WAITING = 20_000;

  /** Bytes of these that may wait, about. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  /** How often a transaction is tried while others are in its way. */
  private static final int BUSY_TRIES = 4;

  /** Before it is tried again, in milliseconds. */
  private static final int FIRST_PAUSE = 50;

  /** While the database is away: so long what is said waits, before it is refused. */
  private static final int LONGEST_PAUSE = 2000;

  private static final System.Logger LOG = System.getLogger(Committer.class.getName());

  private final Store store;
  private final Trouble trouble;
  private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
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
    this(store, System::nanoTime);
  }

  /**
   * @param nanos a clock, of nanoseconds
   */
  Committer(Store store, LongSupplier nanos) {
    this.store = store;
    this.trouble = new Trouble(nanos);
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

  /** Why what is taken is not stored, a sentence; empty if it is. */
  public Optional<String> trouble() {
    return trouble.sentence();
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
    while (goesOn()) {
      List<Work> work = take();
      if (!work.isEmpty() || trouble.isAway()) {
        commit(work);
      }
    }
  }

  private boolean goesOn() {
    lock.lock();
    try {
      return !closed || !waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** All that waits; nothing if it is time to look for the database, or to end. */
  private List<Work> take() {
    lock.lock();
    try {
      if (trouble.isAway()) {
        pause();
      }
      while (waiting.isEmpty() && !closed && !trouble.isAway()) {
        changed.awaitUninterruptibly();
      }
      return waiting();
    } finally {
      lock.unlock();
    }
  }

  private List<Work> waiting() {
    lock.lock();
    try {
      List<Work> taken = waiting;
      waiting = new ArrayList<>();
      bytes = 0;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is time to try again, or to end. */
  private void pause() {
    long left = TimeUnit.MILLISECONDS.toNanos(backoff.next());
    lock.lock();
    try {
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the committer", e);
    } finally {
      lock.unlock();
    }
  }

  /** Stores all of it, or what can be of it, and hands back what became of it. */
  void commit(List<? extends Work> work) {
    try {
      List<Outcome> outcomes = stored(work);
      backoff.reset();
      trouble.over(work.stream().anyMatch(Draft.class::isInstance));
      tell(work, outcomes.iterator());
    } catch (Unstored e) {
      if (e.why() == Failure.UNFIT) {
        commitEach(work, e);
      } else {
        trouble.found(e);
        refuse(work, e.why());
      }
    } catch (RuntimeException e) {
      commitEach(work, e);
    }
  }

  /** One by one, so that what the store can't take fails alone. */
  private void commitEach(List<? extends Work> work, RuntimeException e) {
    if (work.size() == 1) {
      failed(work.get(0), e);
    } else {
      for (Work one : work) {
        if (trouble.isAway()) {
          refuse(List.of(one), Failure.GONE);
        } else {
          commit(List.of(one));
        }
      }
    }
  }

  /** Stores it, in as many tries as may help. */
  private List<Outcome> stored(List<? extends Work> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return store.commit(work);
      } catch (Unstored e) {
        if (!isTriedAgain(e.why(), attempt)) {
          throw e;
        }
        if (e.why() == Failure.UNKNOWN) {
          trouble.found(e);
          refuse(waiting(), e.why()); // they would wait for as long as it is not known
        }
        if (e.why() != Failure.GONE) {
          pause();
        }
      }
    }
  }

  private boolean isTriedAgain(Failure why, int attempt) {
    return switch (why) {
      case UNFIT, FULL -> false;
      case GONE -> attempt == 1; // on another connection
      case BUSY -> attempt < BUSY_TRIES;
      case UNKNOWN -> goesOn(); // nothing else may be stored before it is decided
    };
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
    LOG.log(System.Logger.Level.ERROR, "Something could not be stored.", e);
    refuse(List.of(work), Failure.UNFIT);
  }

  private static void refuse(List<? extends Work> work, Failure why) {
    List<Outcome> refusals =
        work.stream().filter(Draft.class::isInstance).map(one -> why.refusal((Draft) one)).toList();
    handBack(refusals);
    work.stream().filter(Change.class::isInstance).forEach(one -> ((Change) one).failed());
  }

  private static void handBack(List<Outcome> outcomes) {
    Map<LoggedRoom, List<Outcome>> byRoom = new IdentityHashMap<>();
    for (Outcome outcome : outcomes) {
      byRoom.computeIfAbsent(outcome.draft().room(), room -> new ArrayList<>()).add(outcome);
    }
    byRoom.forEach(LoggedRoom::committed);
  }
}
