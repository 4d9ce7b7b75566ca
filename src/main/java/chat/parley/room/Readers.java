package chat.parley.room;

import chat.parley.thread.Daemons;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The few threads that read what memory doesn't hold. They may wait for the store. Thread-safe. */
public final class Readers implements Executor, AutoCloseable {
  private static final int THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Daemons daemons = new Daemons("parley-reader-");
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemons);

  /** As many threads as can read at a time. */
  public Readers() {}

  @Override
  public void execute(Runnable reading) {
    threads.execute(reading);
  }

  /** Begins to read nothing any more, and waits a moment for what is being read. */
  @Override
  public void close() {
    threads.shutdownNow();
    daemons.await(threads, PATIENCE);
  }
}
