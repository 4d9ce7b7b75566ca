package chat.parley.log;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether storing goes well, as the committer found last. The log is told when it stops doing so,
 * and when it does again. Written by the committer's thread, read by any.
 */
final class Trouble {
  /**
   * After a disk was found full nothing shows that it isn't any more but the next attempt; whoever
   * was refused makes it before this has passed.
   */
  private static final Duration MEMORY = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(Trouble.class.getName());

  private final LongSupplier nanos;
  private volatile Found last;

  private record Found(Failure failure, long at) {}

  /**
   * @param nanos a clock, of nanoseconds
   */
  Trouble(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A transaction was given up for that. */
  void found(Unstored e) {
    if (last == null || last.failure() != e.why()) {
      LOG.log(Level.ERROR, "Nothing can be stored, which is tried again. " + e.getMessage(), e);
    }
    last = new Found(e.why(), nanos.getAsLong());
  }

  /**
   * A transaction was stored. On a full disk what is small still finds a place, a mark say, in a
   * page that is there; only what is said shows that there is room again.
   *
   * @param isSaid whether something that is said was in it
   */
  void over(boolean isSaid) {
    Found found = last;
    if (found != null && (isSaid || found.failure() != Failure.FULL)) {
      LOG.log(Level.INFO, "What is said is stored again.");
      last = null;
    }
  }

  /** Whether the database has to be looked for, though nobody has anything to store. */
  boolean isAway() {
    return last != null && (last.failure() == Failure.GONE || last.failure() == Failure.UNKNOWN);
  }

  /** A sentence for whoever looks after the server; empty if all is well. */
  Optional<String> sentence() {
    Found found = last;
    if (found == null) {
      return Optional.empty();
    }
    return switch (found.failure()) {
      case GONE, UNKNOWN -> Optional.of("The database can't be reached.");
      case FULL -> recent(found, "The disk is full.");
      case BUSY, UNFIT -> recent(found, "The database is busy with something else.");
    };
  }

  private Optional<String> recent(Found found, String sentence) {
    return nanos.getAsLong() - found.at() < MEMORY.toNanos()
        ? Optional.of(sentence)
        : Optional.empty();
  }
}
