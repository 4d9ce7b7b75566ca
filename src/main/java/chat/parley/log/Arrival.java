package chat.parley.log;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The coming of a database that isn't there when the server starts. The server waits for it, as
 * rooms and people are read from it before anybody can be served; but not for ever, as a container
 * starts its other applications only afterwards. Stateless.
 */
public final class Arrival {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIRST_PAUSE = 250;
  private static final int LONGEST_PAUSE = 4000;

  private static final System.Logger LOG = System.getLogger(Arrival.class.getName());

  private Arrival() {}

  /**
   * What is opened, tried until it is there.
   *
   * @throws Absent if it doesn't come
   * @throws Unusable if it will not do as it is
   */
  public static Database await(Supplier<Database> opening) {
    return await(opening, System::nanoTime, Arrival::pause);
  }

  static Database await(Supplier<Database> opening, LongSupplier nanos, LongConsumer pause) {
    long start = nanos.getAsLong();
    Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    for (boolean isTold = false; ; isTold = true) {
      try {
        return opening.get();
      } catch (Absent e) {
        if (nanos.getAsLong() - start >= PATIENCE.toNanos()) {
          throw e;
        }
        if (!isTold) {
          LOG.log(
              Level.WARNING,
              e.getMessage() + " It is waited for, " + PATIENCE.toSeconds() + " s at most.");
        }
        pause.accept(backoff.next());
      }
    }
  }

  /** Nothing tells when a database that isn't there is there, so there is nothing else to await. */
  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("The server stops.");
    }
  }
}
