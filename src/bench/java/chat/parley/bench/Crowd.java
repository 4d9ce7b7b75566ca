package chat.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many connections that come at once, driven by the calling thread. */
final class Crowd implements AutoCloseable {
  private static final int DIALLING_AT_ONCE = 128;
  private static final int TURN_MILLIS = 20;

  /** Each connection gives a sign of life this often. */
  private static final long SIGN = TimeUnit.SECONDS.toNanos(15);

  private final Selector selector = Selector.open();
  private final Arrivals arrivals = new Arrivals();
  private final Tally tally = new Tally(0, 0);
  private final List<Peer> peers = new ArrayList<>();
  private final Histogram times = new Histogram();
  private long nextSign = System.nanoTime() + SIGN;

  private Crowd() throws IOException {}

  /**
   * Connects to a port of 127.0.0.1 by all of these scripts, some at a time; when it returns all
   * have entered.
   *
   * @param seconds how long that may take
   */
  static Crowd enter(List<? extends Script> scripts, int port, int seconds) throws IOException {
    Crowd crowd = new Crowd();
    try {
      crowd.come(scripts, port, seconds);
      return crowd;
    } catch (IOException | RuntimeException e) {
      crowd.close();
      throw e;
    }
  }

  private void come(List<? extends Script> scripts, int port, int seconds) throws IOException {
    long start = System.nanoTime();
    List<Peer> coming = new ArrayList<>();
    List<Script> entering = new ArrayList<>();
    while (peers.size() < scripts.size() || !entering.isEmpty()) {
      coming.removeIf(Peer::isAccepted);
      while (peers.size() < scripts.size() && coming.size() < DIALLING_AT_ONCE) {
        Script script = scripts.get(peers.size());
        Peer peer = new Peer(peers.size(), port, script, selector);
        peers.add(peer);
        coming.add(peer);
        entering.add(script);
      }
      turn();
      long now = System.nanoTime();
      entering.removeIf(script -> isDone(script, now - start));
      check(now - start, seconds, entering.size());
    }
  }

  private boolean isDone(Script script, long after) {
    if (script.isEntered()) {
      times.add(after / 1000);
    }
    return script.isEntered();
  }

  private void check(long after, int seconds, int left) throws IOException {
    if (after > TimeUnit.SECONDS.toNanos(seconds)) {
      throw new IOException("%,d had not entered after %d s".formatted(left, seconds));
    }
    for (Peer peer : peers) {
      if (peer.gone()) {
        throw new IOException("connection %,d ended: %s".formatted(peer.number(), peer.end()));
      }
    }
  }

  private void turn() throws IOException {
    selector.select(this::proceed, TURN_MILLIS);
    if (System.nanoTime() > nextSign) {
      nextSign += SIGN;
      peers.forEach(peer -> Dialect.PARLEY.sign().ifPresent(peer::sign));
    }
  }

  private void proceed(SelectionKey key) {
    ((Peer) key.attachment()).proceed(arrivals, tally);
  }

  /** Only listens for so long. */
  void listen(int seconds) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      turn();
    }
  }

  /** How long each took to enter, from the beginning of all. */
  Histogram times() {
    return times;
  }

  @Override
  public void close() {
    peers.forEach(Peer::close);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
