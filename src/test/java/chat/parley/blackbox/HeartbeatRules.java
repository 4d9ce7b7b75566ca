package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How each side finds out that the other is gone. */
interface HeartbeatRules extends Host {
  @Test
  default void aPingIsAnsweredByAPongAlsoBeforeResume() {
    try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(open()))) {
      ann.sync();
      ann.resume();
      ann.sync();
    }
  }

  @Slow
  @Test
  default void aDeadPeerIsFoundAndAQuietOneIsLeftAlone() {
    try (ParleyClient quiet = ParleyClient.in(withLimits());
        PlainClient quietToo = PlainClient.in(withLimits());
        Wire dead = Handshake.parley(withLimits()).open()) {
      JsonObject heartbeat = quiet.welcome().getJsonObject("heartbeat");
      Duration bound = Duration.ofMillis(heartbeat.getInt("dead")).plusSeconds(5);
      assertTrue(
          bound.toSeconds() <= 50, () -> "a dead peer is found after more than 50 s: " + heartbeat);
      Deadline deadline = Deadline.in(bound);
      List<String> texts = new ArrayList<>();
      Optional<Frame> next = dead.frame(Deadline.in(Duration.ofMillis(1)));
      while (!deadline.passed() && !closing(next)) {
        next.filter(frame -> frame.opcode() == Frames.TEXT)
            .ifPresent(frame -> texts.add(new String(frame.payload(), UTF_8)));
        quiet.heard().poll(Deadline.in(Duration.ofMillis(100)), frame -> false);
        quietToo.heard().poll(Deadline.in(Duration.ofMillis(100)), frame -> false);
        next = dead.frame(Deadline.in(Duration.ofMillis(100)));
      }
      assertTrue(closing(next), () -> "a silent client is still connected; it heard " + texts);
      assertEquals(4002, code(next.orElseThrow()));
      assertTrue(
          texts.stream().anyMatch(text -> text.contains("{\"type\":\"ping\"}")), texts::toString);
      quiet.sync();
      quietToo.sync();
    }
  }

  private static boolean closing(Optional<Frame> frame) {
    return frame.filter(present -> present.opcode() == Frames.CLOSE).isPresent();
  }

  private static int code(Frame close) {
    return (close.payload()[0] & 0xff) << 8 | close.payload()[1] & 0xff;
  }
}
