package chat.parley.log;

/** Takes changes to be stored. Thread-safe. */
@FunctionalInterface
public interface Changes {
  /**
   * Takes a change, to be stored after all that was taken before.
   *
   * @return false if more waits than may, or the server stops: then it was not taken
   */
  boolean append(Change change);
}
