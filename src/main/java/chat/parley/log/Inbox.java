package chat.parley.log;

import java.util.List;

/** Takes what is to be stored. Thread-safe. */
@FunctionalInterface
public interface Inbox {
  /**
   * Takes all of it, to be stored in this order after all that was taken before.
   *
   * @return false if more waits than may, or the server stops: then nothing of it was taken
   */
  boolean append(List<? extends Work> work);

  /** The same for one. */
  default boolean append(Work work) {
    return append(List.of(work));
  }
}
