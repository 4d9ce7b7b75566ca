package chat.parley.room;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** The few threads that read what memory doesn't hold. They may wait for the store. Thread-safe. */
public final class Readers implements Executor, AutoCloseable {
  private static final int THREADS = 4;

  private final ExecutorService threads = Daemons.fixed(THREADS, "parley-reader-");

  /** As many threads as can read at a time. */
  public Readers() {}

  @Override
  public void execute(Runnable reading) {
    threads.execute(reading);
  }

  /** Begins to read nothing any more, and waits a moment for what is being read. */
  @Override
  public void close() {
    Daemons.stop(threads);
  }
}
