package chat.parley.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP proxy on a port of its own, between clients and a server whose port changes. Thread-safe.
 */
final class Proxy implements AutoCloseable {
  private static final int PATIENCE = 5_000;

  private final ServerSocket listener;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private volatile Optional<URI> server = Optional.empty();

  Proxy() throws IOException {
    this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "chaos-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where clients connect to; ends with a slash. */
  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
  }

  /** From now on forwards new connections to there, or refuses them. */
  void forward(Optional<URI> to) {
    server = to;
  }

  /** Those that are open, the oldest first. */
  List<Link> links() {
    links.removeIf(link -> !link.isOpen());
    return List.copyOf(links);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        join(listener.accept());
      } catch (IOException e) {
        // closed, or a client that has gone meanwhile
      }
    }
  }

  private void join(Socket client) throws IOException {
    Optional<URI> target = server;
    if (target.isEmpty()) {
      client.close();
      return;
    }
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(target.get().getHost(), target.get().getPort()), PATIENCE);
      socket.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
    } catch (IOException e) {
      socket.close();
      client.close();
      return;
    }
    Link link = new Link(client, socket);
    links.add(link);
    link.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    links.forEach(Link::cut);
  }
}
