package chat.parley.log;

import java.util.HashSet;
import java.util.Set;

/** The threads in which there is something new for those who follow them. Thread-safe. */
public final class Stirred {
  /** Guarded by this. */
  private Set<ThreadId> threads = new HashSet<>();

  /** No thread so far. */
  public Stirred() {}

  /** An entry is stored. */
  void note(Entry entry) {
    Long root = root(entry.act());
    if (root != null) {
      add(Set.of(new ThreadId(entry.room(), root)));
    }
  }

  private static Long root(Act act) {
    if (act instanceof Act.Say say) {
      return say.thread();
    }
    return act instanceof Act.Delete delete ? delete.thread() : null;
  }

  /** There is something new in these. */
  public synchronized void add(Set<ThreadId> some) {
    threads.addAll(some);
  }

  /** Those in which something was said or deleted since this was last asked. */
  public synchronized Set<ThreadId> take() {
    Set<ThreadId> taken = threads;
    threads = new HashSet<>();
    return taken;
  }
}
