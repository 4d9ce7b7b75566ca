package chat.parley.client;

import chat.parley.thread.Daemons;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The second hand, and a few patient threads for what may wait for a peer: closing a connection and
 * sending a WebSocket ping. The second hand itself never waits. Thread-safe.
 */
public final class Caretaker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Caretaker.class.getName());
  private static final int PATIENT_THREADS = 16;
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final Daemons clocks = new Daemons("parley-clock-");
  private final Daemons patients = new Daemons("parley-patient-");
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, clocks);
  private final ThreadPoolExecutor patient =
      new ThreadPoolExecutor(
          PATIENT_THREADS,
          PATIENT_THREADS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          patients);

  /** A caretaker whose threads start when they are needed. */
  public Caretaker() {
    patient.allowCoreThreadTimeOut(true);
  }

  /** Calls this once a second, from one thread. It must not block. */
  void everySecond(Runnable task) {
    clock.scheduleWithFixedDelay(() -> guarded(task), 1, 1, TimeUnit.SECONDS);
  }

  /** Runs this soon; it may wait for a peer. Once the caretaker stops, the caller waits itself. */
  void patiently(Runnable task) {
    try {
      patient.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      // a connection that opened while the server stopped has to be closed all the same
      guarded(task);
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A task of the caretaker failed.", e);
    }
  }

  /**
   * Stops the second hand, and gives what still waits for a peer this many seconds. The second hand
   * is not interrupted: that would close the socket to which it is just writing.
   */
  void close(long seconds) {
    clock.shutdown();
    patient.shutdown();
    patients.await(patient, Duration.ofSeconds(seconds));
    patient.shutdownNow();
    patients.await(patient, SHORTLY);
    clocks.await(clock, SHORTLY);
  }

  @Override
  public void close() {
    close(0);
  }
}
