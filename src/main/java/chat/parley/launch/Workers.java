package chat.parley.launch;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * Tomcat's worker threads, except that the completion of a WebSocket send runs at once, on the
 * thread that found the send complete. Thread-safe.
 *
 * <p>Tomcat gives each completion to another thread, so that handlers which send from within their
 * completion don't recurse. At low rates that change of threads is half of what a delivery costs.
 * Parley's {@code Client} does not recurse, and this is Parley's own Tomcat, so there is nothing to
 * guard against. Where Tomcat names its completions otherwise, they are given to another thread as
 * before.
 */
final class Workers implements Executor {
  private static final String COMPLETION =
      "org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer$OnResultRunnable";
  private static final int MIN = 4;
  private static final int MAX = 200;
  private static final int IDLE_SECONDS = 60;

  private final ThreadPoolExecutor threads;

  Workers() {
    TaskQueue queue = new TaskQueue();
    threads =
        new ThreadPoolExecutor(
            MIN,
            MAX,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            queue,
            new TaskThreadFactory("parley-http-", true, Thread.NORM_PRIORITY));
    queue.setParent(threads);
  }

  @Override
  public void execute(Runnable task) {
    if (task.getClass().getName().equals(COMPLETION)) {
      task.run();
    } else {
      threads.execute(task);
    }
  }
}
