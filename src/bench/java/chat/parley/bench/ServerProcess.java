package chat.parley.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. Closing it ends the process, and so does the end of ours. */
final class ServerProcess implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final int STOPPING_SECONDS = 15;
  private static final int LAST_LINES = 10;

  private final Process process;
  private final int port;
  private final Path output;
  private final Thread ender;

  private ServerProcess(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
    ender = new Thread(process::destroyForcibly, "ends process " + process.pid());
    Runtime.getRuntime().addShutdownHook(ender);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param command what to run
   * @param environment what to add to ours
   * @param ready the answer to wait for
   * @param port the port of 127.0.0.1 that the command makes it listen at
   * @param output where what it prints goes
   * @throws IOException if it can't be started, ends at once or doesn't answer within 60 s
   */
  static ServerProcess start(
      List<String> command, Map<String, String> environment, Ready ready, int port, Path output)
      throws IOException, InterruptedException {
    Files.createDirectories(output.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder.start(), port, output);
    try {
      server.await(ready);
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** A port of 127.0.0.1 that is free now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  /** Ends it at once, as a failure of power would but for what the kernel has yet to write. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPPING_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(ender);
  }

  private void await(Ready ready) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!answers(ready)) {
      if (!process.isAlive()) {
        throw new IOException("the server ended with status " + process.exitValue() + said());
      }
      if (System.nanoTime() - start > PATIENCE) {
        throw new IOException("the server did not answer in time" + said());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean answers(Ready ready) {
    try {
      URI address = URI.create("http://127.0.0.1:" + port + ready.path());
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() == ready.status();
    } catch (IOException e) {
      // It doesn't listen yet; how long that may last is bounded by the caller.
      return false;
    }
  }

  private String said() throws IOException {
    List<String> lines = Files.readAllLines(output);
    return ":\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /**
   * How one sees that a server serves.
   *
   * @param path what to ask for
   * @param status the HTTP status that is then answered
   */
  record Ready(String path, int status) {}
}
