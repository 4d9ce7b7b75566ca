package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.config.Delivery;
import chat.parley.config.Limits;
import chat.parley.log.Leaf;
import chat.parley.message.Code;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.message.RoomKind;
import chat.parley.room.Member;
import chat.parley.room.Room;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One connection: whose it is, what it writes through, and the outbox in between. Thread-safe.
 *
 * <h2>Sending</h2>
 *
 * Whoever finds the outbox idle sends, and from then on the completion of each frame sends the
 * next; so there is one frame in flight and nobody waits. A container may complete a send before
 * the sending call returns. Were the next frame sent from within the completion, a long queue would
 * recurse as deep as it is long, so of the two, the return of the call and the completion, the
 * later one goes on: {@link Flight}.
 */
public final class Client implements Member {
  private static final Frame PING = Frame.of(new FromServer.Ping());
  private static final double REQUESTS_PER_SECOND = 50;
  private static final int REQUESTS_AT_ONCE = 500;

  private final UUID id = UUID.randomUUID();
  private final PersonId person;
  private final Format format;
  private final String address;
  private final Connection connection;
  private final Delivery patience;
  private final LongSupplier clock;
  private final Consumer<Client> ending;
  private final Outbox outbox;
  private final CatchUp catchUp = new CatchUp();
  private final Window refusals;
  private final Window notices;
  private final TokenBucket requests = new TokenBucket(REQUESTS_PER_SECOND, REQUESTS_AT_ONCE);
  private final AtomicReference<Farewell> farewell = new AtomicReference<>();
  private volatile boolean resumed;
  private volatile long heardAt;
  private volatile long askedAt;
  private volatile Flight flight;

  /**
   * @param person whose connection it is
   * @param address the peer's address, as the door knows it
   * @param config how much may wait and for how long, and how many refusals are abuse
   * @param clock nanoseconds, of any origin
   * @param ending told once, on the thread that found it out, that the connection has to be closed;
   *     must not block
   */
  public Client(
      PersonId person,
      Format format,
      String address,
      Connection connection,
      Config config,
      LongSupplier clock,
      Consumer<Client> ending) {
    this.person = person;
    this.format = format;
    this.address = address;
    this.connection = connection;
    this.patience = config.delivery();
    this.clock = clock;
    this.ending = ending;
    this.outbox = new Outbox(format, patience.outboxFrames(), patience.outboxBytes());
    this.refusals = new Window(config.limits().refusals(), Limits.ABUSE_WINDOW);
    this.notices = new Window(config.limits().notices(), Duration.ofSeconds(1));
    this.heardAt = clock.getAsLong();
    this.askedAt = heardAt;
  }

  /** The connection's own id. */
  public UUID id() {
    return id;
  }

  @Override
  public PersonId person() {
    return person;
  }

  @Override
  public Format format() {
    return format;
  }

  /** The peer's address. */
  public String address() {
    return address;
  }

  /** Hands over one message, encoded for this client alone. */
  public void hear(Message message) {
    hear(Frame.of(message));
  }

  @Override
  public void hear(Frame frame) {
    switch (outbox.offer(frame)) {
      case SEND -> send(frame);
      case OVERFLOW -> end(Farewell.OVERFLOW);
      default -> {
        // it waits for its turn, or nobody is there to hear it
      }
    }
  }

  private void send(Frame first) {
    Optional<Frame> frame = Optional.of(first);
    while (frame.isPresent()) {
      Flight taken = new Flight(clock.getAsLong());
      flight = taken;
      connection.send(frame.get().text(), failure -> landed(taken, failure));
      if (!taken.isSecond()) {
        return;
      }
      frame = next();
    }
  }

  private void landed(Flight taken, Throwable failure) {
    if (failure != null) {
      end(Farewell.FAILED);
    } else if (taken.isSecond()) {
      next().ifPresent(this::send);
    }
  }

  private Optional<Frame> next() {
    flight = null;
    Optional<Frame> frame = outbox.next();
    if (frame.isEmpty()) {
      catchUp.step(outbox.isIdle());
    }
    return frame;
  }

  /**
   * Lets the client enter rooms one after another, each once what was said of the one before is
   * sent.
   */
  void enter(List<CatchUp.Step> rooms) {
    catchUp.add(rooms);
    catchUp.step(outbox.isIdle());
  }

  /** Lets the client hear a room, from the position on, or from the log's tail. */
  void enter(Room room, Optional<Position> position) {
    room.enter(this, position);
    if (isGone()) {
      // it was removed before the room knew it
      room.exit(this);
    }
  }

  /**
   * Has a page read, once what is to be said before is sent.
   *
   * @throws Refusal if it waits for too many
   */
  void turn(Room room, Ref ref, Leaf leaf) {
    ask(room, () -> room.turn(this, ref, leaf));
  }

  /**
   * Has something looked up that a room answers, once what is to be said before is sent.
   *
   * @throws Refusal if it waits for too many
   */
  void ask(Room room, Runnable question) {
    if (!catchUp.offer(new CatchUp.Step(room, question))) {
      throw new Refusal(Code.SLOW_DOWN, "You are asking for too much at once.", 1000L);
    }
    catchUp.step(outbox.isIdle());
  }

  @Override
  public void more(Room room, Position from) {
    catchUp.more(new CatchUp.Step(room, () -> enter(room, Optional.of(from))));
    catchUp.step(outbox.isIdle());
  }

  @Override
  public void entered(Room room) {
    catchUp.done(room);
    catchUp.step(outbox.isIdle());
  }

  /**
   * A client without subprotocol hears the lobby and what is written to its person, not the rooms
   * that they have joined elsewhere; any other one, once it has resumed, all.
   */
  @Override
  public boolean hears(Room room) {
    return format == Format.PLAIN
        ? room.isForEveryone() || room.kind() == RoomKind.DIRECT
        : resumed;
  }

  @Override
  public void lost() {
    end(Farewell.FAILED);
  }

  /** The peer gave a sign of life. */
  public void heard() {
    heardAt = clock.getAsLong();
  }

  /** Tells a plain client that somebody comes or goes, unless it was told enough of that. */
  void notice(Frame notice) {
    if (format == Format.PLAIN && notices.admits(clock.getAsLong())) {
      hear(notice);
    }
  }

  /**
   * Tells the client what could not be, in its own format. Too many of these in a short time end
   * it, but for those for which it can do nothing.
   */
  void refuse(FromServer.Refused refused) {
    hear(format == Format.PLAIN ? Plain.notice("/" + refused.text()) : refused);
    if (!refused.code().isServersOwn() && refusals.fills(clock.getAsLong())) {
      end(Farewell.ABUSE);
    }
  }

  /**
   * Counts something asked for that is not a message.
   *
   * @throws Refusal if that was too much in too short a time
   */
  void request() {
    long wait = requests.take(clock.getAsLong());
    if (wait > 0) {
      throw new Refusal(
          Code.SLOW_DOWN, "You are asking for too much at once.", wait / 1_000_000 + 1);
    }
  }

  /**
   * Whether the client has said from where on to hear its rooms. A plain one hears them at once.
   */
  public boolean isResumed() {
    return resumed;
  }

  /** From now on the client hears its rooms. */
  public void resume() {
    resumed = true;
  }

  /**
   * Looks whether the peer is silent or takes nothing any more. To be called about once a second.
   *
   * @return whether a client without a ping of its own has to be sent a WebSocket ping, which may
   *     wait for the peer
   */
  boolean look() {
    long now = clock.getAsLong();
    Flight under = flight;
    if (under != null && isOver(patience.stall(), now - under.since)) {
      end(Farewell.STALLED);
    } else if (isOver(patience.dead(), now - heardAt)) {
      end(Farewell.SILENT);
    } else if (isOver(patience.ping(), Math.min(now - heardAt, now - askedAt))) {
      askedAt = now;
      if (format == Format.PLAIN) {
        return under == null;
      }
      hear(PING);
    }
    return false;
  }

  private static boolean isOver(Duration limit, long nanos) {
    return !limit.isZero() && nanos > limit.toNanos();
  }

  /** Sends a WebSocket ping. May wait for the peer. */
  void ping() {
    connection.ping();
  }

  /**
   * Has the connection closed for this reason, soon and from another thread. Only the first reason
   * counts.
   */
  public void end(Farewell reason) {
    if (farewell.compareAndSet(null, reason)) {
      outbox.close();
      ending.accept(this);
    }
  }

  /** Closes the connection for the reason that was given. May wait for the peer. */
  void close() {
    connection.close(farewell.get());
  }

  /** Whether nothing is sent to it any more. */
  public boolean isGone() {
    return outbox.isClosed();
  }

  /** The connection is gone: nothing is sent any more. */
  void gone() {
    farewell.compareAndSet(null, Farewell.FAILED);
    outbox.close();
  }
}
