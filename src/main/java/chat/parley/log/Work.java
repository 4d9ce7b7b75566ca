package chat.parley.log;

/** What waits for the committer. */
public sealed interface Work permits Draft, Change {
  /** About how much memory it holds, in bytes. */
  default int weight() {
    return 500;
  }
}
