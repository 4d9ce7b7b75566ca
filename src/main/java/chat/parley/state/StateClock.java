package chat.parley.state;

import chat.parley.thread.Daemons;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread that has people told what is their own, ten times a second. Thread-safe. */
public final class StateClock implements AutoCloseable {
  private static final int MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final System.Logger LOG = System.getLogger(StateClock.class.getName());

  private final ReadStates states;
  private final Notebooks notebooks;
  private final Daemons daemons = new Daemons("parley-state-");
  private boolean failing;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(daemons);

  /** Does nothing before {@link #start}. */
  public StateClock(ReadStates states, Notebooks notebooks) {
    this.states = states;
    this.notebooks = notebooks;
  }

  /** Begins. */
  public void start() {
    thread.scheduleWithFixedDelay(this::beat, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      notebooks.beat();
      states.beat();
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(
          failing ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR,
          "What is people's own can't be told; it is tried again.",
          e);
      failing = true;
    }
  }

  /**
   * Waits a moment for what is being told, tells nothing any more, and has what waits stored. The
   * thread is not interrupted: that would close the socket to which it is just writing.
   */
  @Override
  public void close() {
    thread.shutdown();
    daemons.await(thread, PATIENCE);
    notebooks.store();
    states.store();
  }
}
