package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clients that go without saying so. */
interface GoneRules extends Host {
  @Test
  default void whoseProgramDiesIsMissedAtOnce() throws IOException {
    try (PlainClient stays = PlainClient.in(open())) {
      stays.awaitQuiet();
      PlainClient dies = PlainClient.in(open());
      stays.await(PlainClient.CONNECTED);
      dies.wire().cut();
      stays.await(PlainClient.DISCONNECTED);
      PlainClient resets = PlainClient.in(open());
      stays.await(PlainClient.CONNECTED);
      resets.wire().reset();
      stays.await(PlainClient.DISCONNECTED);
    }
  }

  @Test
  default void whoOnlyStopsSendingIsMissedToo() throws IOException {
    try (PlainClient stays = PlainClient.in(open())) {
      stays.awaitQuiet();
      PlainClient half = PlainClient.in(open());
      stays.await(PlainClient.CONNECTED);
      half.wire().shutdownOutput();
      stays.await(PlainClient.DISCONNECTED);
      half.wire().cut();
    }
  }

  @Test
  default void whoIgnoresACloseIsGoneAllTheSame() {
    try (PlainClient stays = PlainClient.in(open())) {
      stays.awaitQuiet();
      Wire deaf = Handshake.to(open()).open();
      stays.await(PlainClient.CONNECTED);
      deaf.send(Frames.masked(Frames.FIN | Frames.BINARY, new byte[1]));
      Optional<Frame> close = deaf.frame(Deadline.soon());
      while (close.isPresent() && close.get().opcode() != Frames.CLOSE) {
        close = deaf.frame(Deadline.soon());
      }
      assertEquals(Frames.CLOSE, close.orElseThrow().opcode());
      String words = Fresh.words("after the end");
      deaf.sendWhileTaken(Frames.text(words));
      stays
          .heard()
          .await(
              "the notice",
              Deadline.in(Duration.ofSeconds(15)),
              PlainClient.said(PlainClient.DISCONNECTED));
      stays.sync();
      assertFalse(stays.contents().contains(words), "somebody speaks after the end");
      deaf.cut();
    }
  }
}
