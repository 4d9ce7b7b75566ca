package chat.parley.room;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** The few threads that run the rooms' passes. Thread-safe. */
public final class Passes implements Executor, AutoCloseable {
  private final ExecutorService threads;

  /**
   * As many threads as there are processors, and two at least, so that one long pass doesn't hold
   * up every other room.
   */
  public Passes() {
    threads =
        Daemons.fixed(Math.max(2, Runtime.getRuntime().availableProcessors()), "parley-pass-");
  }

  @Override
  public void execute(Runnable pass) {
    threads.execute(pass);
  }

  /** Begins no pass any more, and waits a moment for those that run. */
  @Override
  public void close() {
    Daemons.stop(threads);
  }
}
