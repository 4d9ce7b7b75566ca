package chat.parley.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** One connection through the proxy, a thread for each direction. Thread-safe. */
final class Link {
  private static final int CHUNK = 8192;

  private final Socket client;
  private final Socket server;
  private final Gate up = new Gate();
  private final Gate down = new Gate();

  Link(Socket client, Socket server) {
    this.client = client;
    this.server = server;
  }

  void start() {
    start("chaos-up", () -> pump(client, server, up));
    start("chaos-down", () -> pump(server, client, down));
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Forwards until either end is closed; both are then. */
  private void pump(Socket from, Socket to, Gate gate) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      gate.pass();
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        gate.pass();
        out.write(chunk, 0, count);
        gate.pass();
      }
    } catch (IOException e) {
      // whoever has cut it knows
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cut();
  }

  boolean isOpen() {
    return !client.isClosed() && !server.isClosed();
  }

  /** Ends it, for both sides; what is under way is lost. */
  void cut() {
    try {
      client.close();
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    up.open();
    down.open();
  }

  /** Forwards nothing any more, and tells neither side. */
  void freeze() {
    up.close();
    down.close();
  }

  /** Reads nothing more that the server sends. */
  void starve() {
    down.close();
  }

  /** Forwards all that has waited. */
  void thaw() {
    up.open();
    down.open();
  }
}
