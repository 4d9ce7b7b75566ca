package chat.parley.client;

import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What waits to be sent to one connection: bounded in frames and bytes, and one frame in flight.
 * What queues up meanwhile is joined into one frame, where the format allows it. Thread-safe: all
 * state is guarded by this; it holds no more than memory.
 */
final class Outbox {
  /** What became of an offered frame. */
  enum Offer {
    /** Nothing is in flight: send this very frame now, then ask for the {@link Outbox#next}. */
    SEND,
    /** It waits for the frame in flight. */
    WAIT,
    /** It doesn't fit any more. The outbox is closed. */
    OVERFLOW,
    /** The outbox is closed. */
    CLOSED
  }

  private enum State {
    IDLE,
    SENDING,
    CLOSED
  }

  private final Format format;
  private final int maxFrames;
  private final int maxBytes;
  private final ArrayDeque<Frame> waiting = new ArrayDeque<>(2);
  private int bytes;
  private State state = State.IDLE;

  /**
   * @param maxFrames frames that may wait; 0 is no limit
   * @param maxBytes bytes that may wait; 0 is no limit
   */
  Outbox(Format format, int maxFrames, int maxBytes) {
    this.format = format;
    this.maxFrames = maxFrames;
    this.maxBytes = maxBytes;
  }

  synchronized Offer offer(Frame frame) {
    switch (state) {
      case IDLE -> {
        state = State.SENDING;
        return Offer.SEND;
      }
      case SENDING -> {
        return isFull(frame) ? overflow() : enqueue(frame);
      }
      default -> {
        return Offer.CLOSED;
      }
    }
  }

  private boolean isFull(Frame frame) {
    return (maxFrames > 0 && waiting.size() >= maxFrames)
        || (maxBytes > 0 && bytes + frame.bytes() > maxBytes);
  }

  private Offer enqueue(Frame frame) {
    waiting.add(frame);
    bytes += frame.bytes();
    return Offer.WAIT;
  }

  private Offer overflow() {
    close();
    return Offer.OVERFLOW;
  }

  /**
   * The frame in flight was sent: what is to be sent now, or nothing, and then the outbox is idle.
   */
  synchronized Optional<Frame> next() {
    if (state == State.CLOSED) {
      return Optional.empty();
    }
    if (waiting.isEmpty()) {
      state = State.IDLE;
      return Optional.empty();
    }
    return Optional.of(format == Format.PLAIN ? take() : joined());
  }

  private Frame take() {
    Frame frame = waiting.remove();
    bytes -= frame.bytes();
    return frame;
  }

  private Frame joined() {
    List<Frame> run = new ArrayList<>();
    int size = 0;
    while (!waiting.isEmpty()
        && (run.isEmpty() || size + waiting.peek().bytes() + 2 <= Frame.MAX_BYTES)) {
      Frame frame = take();
      run.add(frame);
      size += frame.bytes() + 1;
    }
    return Frame.join(run);
  }

  /** Forgets what waits, and takes nothing any more. */
  synchronized void close() {
    state = State.CLOSED;
    waiting.clear();
    bytes = 0;
  }

  synchronized boolean isIdle() {
    return state == State.IDLE;
  }

  synchronized boolean isClosed() {
    return state == State.CLOSED;
  }
}
