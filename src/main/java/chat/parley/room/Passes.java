package chat.parley.room;

import chat.parley.thread.Daemons;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The few threads that run the rooms' passes. Thread-safe. */
public final class Passes implements Executor, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Daemons daemons = new Daemons("parley-pass-");
  private final ExecutorService threads;

  /**
   * As many threads as there are processors, and two at least, so that one long pass doesn't hold
   * up every other room.
   */
  public Passes() {
    threads =
        Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()), daemons);
  }

  @Override
  public void execute(Runnable pass) {
    threads.execute(pass);
  }

  /** Begins no pass any more, and waits a moment for those that run. */
  @Override
  public void close() {
    threads.shutdownNow();
    daemons.await(threads, PATIENCE);
  }
}
