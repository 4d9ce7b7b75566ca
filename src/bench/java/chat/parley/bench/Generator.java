package chat.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The connections of one load and the one thread that drives them: whoever calls the methods.
 *
 * <p>A load with a rate is open-loop: messages are due at fixed times, whether or not the server
 * keeps up, and their latency counts from then. One with a window is closed-loop, and finds how
 * much a server takes: each message that comes back to who sent it is followed by another one.
 */
final class Generator implements AutoCloseable {
  /** How long opening all connections may take. */
  private static final long OPENING = TimeUnit.SECONDS.toNanos(120);

  /** How long deliveries are waited for after the last message was due. */
  private static final long DRAIN = TimeUnit.SECONDS.toNanos(5);

  /** Each connection gives a sign of life this often: well within a server's patience. */
  private static final long SIGN = TimeUnit.SECONDS.toNanos(15);

  /**
   * The longest nap when the next message is due within a millisecond, which no selector can count.
   */
  private static final long NAP = TimeUnit.MICROSECONDS.toNanos(50);

  private static final long NEVER = Long.MAX_VALUE;
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_WAIT = 20 * MILLISECOND;
  private static final int DIALLING_AT_ONCE = 64;

  private final Load load;
  private final Dialect dialect;
  private final Selector selector = Selector.open();
  private final Arrivals arrivals = new Arrivals();
  private final List<Peer> peers = new ArrayList<>();
  private final String run = Long.toString(System.nanoTime(), 36);
  private final String padding;
  private Tally tally = new Tally(0, 0);
  private long nextDue = NEVER;
  private long sent;
  private boolean saturating;
  private long nextSign = NEVER;
  private int signs;

  private Generator(Load load, Dialect dialect) throws IOException {
    this.load = load;
    this.dialect = dialect;
    padding = "x".repeat(load.size() - Mark.LENGTH);
  }

  /**
   * Opens all connections of this load to a port of 127.0.0.1; all hear their rooms when it
   * returns.
   */
  static Generator open(Load load, Dialect dialect, int port) throws IOException {
    Generator generator = new Generator(load, dialect);
    try {
      generator.dial(port);
      return generator;
    } catch (IOException | RuntimeException e) {
      generator.close();
      throw e;
    }
  }

  /**
   * Sends the load's messages for so long, then waits until all is delivered, but not much longer.
   */
  Tally run(int seconds) throws IOException {
    long start = System.nanoTime();
    tally = new Tally(start, start + TimeUnit.SECONDS.toNanos(seconds));
    if (load.window() > 0) {
      saturate();
    } else {
      nextDue = start;
      turnUntil(tally.stop());
      sendDue();
    }
    drain();
    return tally;
  }

  private void saturate() throws IOException {
    saturating = true;
    for (Peer peer : peers) {
      say(peer, load.window());
    }
    turnUntil(tally.stop());
    saturating = false;
  }

  private void turnUntil(long end) throws IOException {
    while (System.nanoTime() < end) {
      turn(end);
    }
  }

  private void drain() throws IOException {
    long end = tally.stop() + DRAIN;
    while (System.nanoTime() < end && !tally.complete()) {
      turn(end);
    }
  }

  /** Only listens for so long. */
  void listen(int seconds) throws IOException {
    turnUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
  }

  /** Connections that have ended, for whatever reason. */
  long lost() {
    return peers.stream().filter(Peer::gone).count();
  }

  /** Why the first of the ended connections ended; empty if all are open. */
  String firstEnd() {
    return peers.stream().filter(Peer::gone).findFirst().map(Peer::end).orElse("");
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

  private void dial(int port) throws IOException {
    long start = System.nanoTime();
    List<Peer> opening = new ArrayList<>();
    nextSign = start + SIGN;
    while (peers.size() < load.connections() || !opening.isEmpty()) {
      while (peers.size() < load.connections() && opening.size() < DIALLING_AT_ONCE) {
        Script script = new Entering(dialect, room(peers.size()));
        Peer peer = new Peer(peers.size(), port, script, selector);
        peers.add(peer);
        opening.add(peer);
      }
      turn(start + OPENING);
      opening.removeIf(Peer::hears);
      if (lost() > 0) {
        throw new IOException(
            "connection %,d could not be opened: %s".formatted(peers.size(), firstEnd()));
      }
      if (System.nanoTime() - start > OPENING) {
        throw new IOException(
            "%,d connections were not open in time".formatted(load.connections()));
      }
    }
  }

  /**
   * Sends what is due and reads what has come; returns when there was something, and before {@code
   * end} anyway.
   */
  private void turn(long end) throws IOException {
    sendDue();
    long wait = Math.min(Math.min(nextDue, end) - System.nanoTime(), LONGEST_WAIT);
    if (wait >= MILLISECOND) {
      selector.select(this::proceed, wait / MILLISECOND);
    } else if (selector.selectNow(this::proceed) == 0 && wait > 0) {
      LockSupport.parkNanos(Math.min(wait, NAP));
    }
    giveSigns();
  }

  /** Between two reads messages may be due: a long row of reads must not delay them. */
  private void proceed(SelectionKey key) {
    Peer peer = (Peer) key.attachment();
    long before = tally.latencies().count();
    peer.proceed(arrivals, tally);
    if (saturating) {
      say(peer, (int) (tally.latencies().count() - before));
    }
    sendDue();
  }

  private void say(Peer peer, int messages) {
    if (messages == 0) {
      return;
    }
    List<String> texts = new ArrayList<>(messages);
    for (int i = 0; i < messages; i++) {
      texts.add(text(peer, System.nanoTime()));
    }
    tally.due(messages);
    peer.say(texts);
  }

  private String text(Peer peer, long due) {
    return dialect.say(room(peer.number()), run + "-" + sent++, Mark.of(due) + padding);
  }

  private void sendDue() {
    while (nextDue <= System.nanoTime()) {
      Peer peer = peers.get((int) (sent % load.rooms()));
      tally.due(load.members());
      peer.say(text(peer, nextDue));
      long following = nextDue + TimeUnit.SECONDS.toNanos(1) / load.rate();
      nextDue = following < tally.stop() ? following : NEVER;
    }
  }

  private void giveSigns() {
    if (dialect.sign().isEmpty()) {
      return;
    }
    while (nextSign <= System.nanoTime()) {
      peers.get(signs++ % peers.size()).say(dialect.sign().get());
      nextSign += SIGN / load.connections();
    }
  }

  /** What the room is called in which this connection is. */
  String room(int number) {
    return load.rooms() == 1 ? Dialect.LOBBY : "#bench-" + run + "-" + number % load.rooms();
  }
}
