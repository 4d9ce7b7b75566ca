package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.client.Outbox.Offer;
import chat.parley.message.Plain;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static Frame frame(String content) {
    return Frame.of(Plain.notice(content));
  }

  private static Frame sized(int bytes) {
    return frame("x".repeat(bytes - frame("").bytes()));
  }

  /** An outbox with a frame in flight. */
  private static Outbox busy(Format format, int maxFrames, int maxBytes) {
    Outbox outbox = new Outbox(format, maxFrames, maxBytes);
    assertEquals(Offer.SEND, outbox.offer(frame("in flight")));
    return outbox;
  }

  @Test
  void whatIsOfferedToAnIdleOneIsToBeSentNow() {
    Outbox outbox = new Outbox(Format.PARLEY, 1, 1);
    assertTrue(outbox.isIdle());
    assertEquals(Offer.SEND, outbox.offer(sized(5000)));
    assertFalse(outbox.isIdle());
    assertEquals(Optional.empty(), outbox.next());
    assertTrue(outbox.isIdle());
    assertEquals(Offer.SEND, outbox.offer(frame("again")));
  }

  @Test
  void whatQueuesUpIsJoinedInItsOrder() {
    Outbox outbox = busy(Format.PARLEY, 0, 0);
    List<Frame> frames = IntStream.range(0, 10).mapToObj(i -> frame("" + i)).toList();
    frames.forEach(frame -> assertEquals(Offer.WAIT, outbox.offer(frame)));
    assertEquals(Frame.join(frames).text(), outbox.next().orElseThrow().text());
    assertFalse(outbox.isIdle());
    assertEquals(Optional.empty(), outbox.next());
  }

  @Test
  void aFrameThatWaitsAloneIsSentAsItIs() {
    Outbox outbox = busy(Format.PARLEY, 0, 0);
    Frame frame = frame("alone");
    outbox.offer(frame);
    assertSame(frame, outbox.next().orElseThrow());
  }

  @Test
  void whatIsJoinedKeepsTheBoundOfAFrame() {
    Outbox outbox = busy(Format.PARLEY, 0, 0);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      frames.add(frame(i + "x".repeat(37 * i)));
    }
    frames.add(sized(Frame.MAX_BYTES + 1));
    frames.add(frame("last"));
    frames.forEach(outbox::offer);
    List<Frame> sent = new ArrayList<>();
    for (Optional<Frame> next = outbox.next(); next.isPresent(); next = outbox.next()) {
      sent.add(next.get());
    }
    assertEquals(Frame.join(frames).text(), Frame.join(sent).text());
    assertTrue(
        sent.stream().allMatch(frame -> frame.bytes() <= Frame.MAX_BYTES || frame.objects() == 1));
    assertTrue(sent.size() < 8, () -> "" + sent.size());
  }

  @Test
  void theBoundOfAFrameIsUsedToTheLastByte() {
    Outbox outbox = busy(Format.PARLEY, 0, 0);
    Frame half = sized(1000);
    outbox.offer(half);
    outbox.offer(sized(Frame.MAX_BYTES - 3 - half.bytes()));
    assertEquals(Frame.MAX_BYTES, outbox.next().orElseThrow().bytes());
    outbox.offer(half);
    outbox.offer(sized(Frame.MAX_BYTES - 2 - half.bytes()));
    assertSame(half, outbox.next().orElseThrow());
  }

  @Test
  void aPlainClientsFramesAreNeverJoined() {
    Outbox outbox = busy(Format.PLAIN, 0, 0);
    Frame one = frame("one");
    Frame two = frame("two");
    outbox.offer(one);
    outbox.offer(two);
    assertSame(one, outbox.next().orElseThrow());
    assertSame(two, outbox.next().orElseThrow());
    assertEquals(Optional.empty(), outbox.next());
  }

  @Test
  void tooManyFramesOverflow() {
    Outbox outbox = busy(Format.PARLEY, 3, 0);
    for (int i = 0; i < 3; i++) {
      assertEquals(Offer.WAIT, outbox.offer(frame("x")));
    }
    assertEquals(Offer.OVERFLOW, outbox.offer(frame("x")));
  }

  @Test
  void tooManyBytesOverflow() {
    Outbox outbox = busy(Format.PARLEY, 0, 1000);
    assertEquals(Offer.WAIT, outbox.offer(sized(600)));
    assertEquals(Offer.WAIT, outbox.offer(sized(400)));
    assertEquals(Offer.OVERFLOW, outbox.offer(sized(30)));
  }

  @Test
  void whatWasTakenLeavesItsPlace() {
    for (Format format : Format.values()) {
      Outbox outbox = busy(format, 1, 1000);
      for (int i = 0; i < 50; i++) {
        assertEquals(Offer.WAIT, outbox.offer(sized(1000)));
        assertTrue(outbox.next().isPresent());
      }
    }
  }

  @Test
  void zeroIsNoLimit() {
    Outbox outbox = busy(Format.PARLEY, 0, 0);
    for (int i = 0; i < 10_000; i++) {
      assertEquals(Offer.WAIT, outbox.offer(sized(2000)));
    }
  }

  @Test
  void afterAnOverflowNothingIsSentAndNothingTaken() {
    Outbox outbox = busy(Format.PARLEY, 1, 0);
    outbox.offer(frame("waits"));
    outbox.offer(frame("too much"));
    assertTrue(outbox.isClosed());
    assertFalse(outbox.isIdle());
    assertEquals(Optional.empty(), outbox.next());
    assertEquals(Offer.CLOSED, outbox.offer(frame("late")));
    assertFalse(outbox.isIdle());
  }
}
