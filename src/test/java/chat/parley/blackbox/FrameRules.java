package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds below the protocol: WebSocket itself. */
interface FrameRules extends Host {
  /** After such a silence a connection counts as quiet. */
  Duration QUIET = Duration.ofMillis(150);

  @ParameterizedTest
  @EnumSource
  default void aForbiddenFrameHasTheKnownOutcome(Violation violation) {
    Outcome expected = deviations().of(violation);
    try (Wire wire = quiet(Handshake.parley(open()))) {
      wire.sendWhileTaken(violation.frame());
      if (expected.codes().isEmpty()) {
        wire.sendWhileTaken(Frames.text(Ask.PING));
        awaitText(wire, "{\"type\":\"pong\"}");
      } else {
        int code = wire.awaitClose(Deadline.soon()).code();
        assertTrue(expected.codes().contains(code), violation + " was closed with " + code);
      }
    }
  }

  @Test
  default void aTextThatIsNotUtf8IsClosedWith1007() {
    List<byte[]> texts =
        List.of(
            Frames.bytes(0xff),
            Frames.bytes(0x80),
            Frames.bytes(0xc3, 0x28),
            Frames.bytes(0xc0, 0xaf),
            Frames.bytes(0xed, 0xa0, 0x80),
            Frames.bytes(0xf4, 0x90, 0x80, 0x80),
            Frames.bytes('{', '}', 0xe2, 0x82));
    for (byte[] text : texts) {
      for (Handshake handshake : List.of(Handshake.parley(open()), Handshake.to(open()))) {
        try (Wire wire = quiet(handshake)) {
          wire.send(Frames.masked(Frames.FIN | Frames.TEXT, text));
          assertEquals(1007, wire.awaitClose(Deadline.soon()).code(), () -> Arrays.toString(text));
        }
      }
    }
  }

  @Test
  default void aBinaryFrameIsClosedWith1003() {
    for (Handshake handshake : List.of(Handshake.parley(open()), Handshake.to(open()))) {
      try (Wire wire = quiet(handshake)) {
        wire.send(Frames.masked(Frames.FIN | Frames.BINARY, Ask.PING.getBytes(UTF_8)));
        assertEquals(1003, wire.awaitClose(Deadline.soon()).code());
      }
    }
  }

  @Test
  default void aMessageMayComeInFragments() {
    try (PlainClient ann = PlainClient.in(open())) {
      String words = Fresh.words("t\u00e9 \uD83D\uDE00");
      byte[] text = words.getBytes(UTF_8);
      ann.wire().send(Frames.masked(Frames.TEXT, Arrays.copyOfRange(text, 0, 2)));
      ann.wire().send(Frames.masked(Frames.FIN | Frames.PING, new byte[0]));
      ann.wire().send(Frames.masked(Frames.CONTINUATION, new byte[0]));
      ann.wire().send(Frames.masked(Frames.CONTINUATION, Arrays.copyOfRange(text, 2, 6)));
      ann.wire().send(Frames.masked(Frames.FIN, Arrays.copyOfRange(text, 6, text.length)));
      ann.await(words);
    }
  }

  @Test
  default void aPingIsAnsweredWithItsPayload() {
    try (Wire wire = Handshake.to(open()).open()) {
      byte[] payload = "are you there?".getBytes(UTF_8);
      wire.send(Frames.masked(Frames.FIN | Frames.PING, payload));
      Deadline deadline = Deadline.soon();
      Optional<Frame> frame = wire.frame(deadline);
      while (frame.isPresent() && frame.get().opcode() != Frames.PONG) {
        frame = wire.frame(deadline);
      }
      assertArrayEquals(payload, frame.orElseThrow().payload());
    }
  }

  @Test
  default void aCloseIsAnswered() {
    try (Wire wire = Handshake.parley(open()).open()) {
      wire.send(Frames.close(1000));
      assertEquals(1000, wire.awaitClose(Deadline.soon()).code());
    }
  }

  /**
   * A connection to which nothing is being written: a container that is just writing may cut a
   * connection without a close frame.
   */
  private static Wire quiet(Handshake handshake) {
    Wire wire = handshake.open();
    while (wire.next(Deadline.in(QUIET)).isPresent()) {
      // The welcome, and whatever others do.
    }
    return wire;
  }

  private static void awaitText(Wire wire, String text) {
    Deadline deadline = Deadline.soon();
    Optional<Signal> signal = wire.next(deadline);
    while (signal.isPresent()
        && signal.get() instanceof Signal.Text
        && !signal.get().equals(new Signal.Text(text))) {
      signal = wire.next(deadline);
    }
    assertEquals(Optional.of(new Signal.Text(text)), signal);
  }
}
