package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody waits for a slow peer, and a slow peer that reads loses nothing. */
interface SlowReaderRules extends Host {
  /** Messages that a slow client is sent. */
  int MANY = 10_000;

  /** Bytes that the kernel of a slow client takes unread. */
  int SMALL = 4096;

  /** Long enough for a slow client to read all that waits. */
  Duration DRAIN = Duration.ofSeconds(30);

  /** Within this time a client that takes no more bytes is gone. */
  Duration PATIENCE = Duration.ofSeconds(15);

  /** The longest that anybody else may wait meanwhile. */
  Duration GAP = Duration.ofSeconds(1);

  @Test
  default void tenThousandQueuedMessagesReachASlowClientInOrder() {
    String name = Fresh.room("slow");
    try (ParleyClient slow = ParleyClient.resumed(Handshake.parley(open()).receiving(SMALL));
        ParleyClient ann = ParleyClient.in(open())) {
      String room = slow.join(name);
      ann.join(name);
      talk(ann, name, "n", slow.heard());
      assertTrue(slow.messages(room).size() < MANY, "it was not slow");
      slow.heard().await("all", Deadline.in(DRAIN), ParleyClient.message(padded("n", MANY - 1)));
      assertEquals(ann.messages(room), slow.messages(room));
    }
  }

  @Test
  @Slow
  default void tenThousandQueuedFramesReachASlowPlainClientInOrder() {
    String start = Fresh.words("frame");
    try (PlainClient slow = PlainClient.heard(Handshake.to(open()).receiving(SMALL));
        ParleyClient ann = ParleyClient.in(open())) {
      talk(ann, "#lobby", start, slow.heard());
      List<String> expected = IntStream.range(0, MANY).mapToObj(i -> padded(start, i)).toList();
      assertTrue(slow.contents().size() < MANY, "it was not slow");
      slow.heard().await("all", Deadline.in(DRAIN), PlainClient.said(expected.get(MANY - 1)));
      assertEquals(
          expected, slow.contents().stream().filter(content -> content.startsWith(start)).toList());
    }
  }

  @Test
  default void aStalledReaderIsClosedAndDelaysNobody() {
    stall(deviations().swallowed());
  }

  @Test
  @Slow
  default void aReaderWhoseQueueOverflowsIsClosedAndDelaysNobody() {
    stall(deviations().swallowed() + 440);
  }

  /** Says many things in a row, while somebody reads one frame for a hundred of them. */
  private static void talk(ParleyClient speaker, String room, String start, Heard slow) {
    for (int i = 0; i < MANY; i += 100) {
      for (int j = i; j < i + 100; j++) {
        speaker.say(room, padded(start, j));
      }
      speaker.await(padded(start, i + 99));
      slow.poll(Deadline.in(Duration.ZERO), frame -> true);
    }
  }

  /** Long enough that many of them don't fit in the kernel's buffers, and so wait in the server. */
  private static String padded(String start, int number) {
    return start + " " + number + " " + "x".repeat(300);
  }

  /**
   * Lets a client take no more bytes while others talk, and waits until it is gone.
   *
   * @param large messages of 32 kB that are said first
   */
  private void stall(int large) {
    String name = Fresh.room("stalled");
    Guest guest = Guest.called(open(), "stalled");
    try (PlainClient watcher = PlainClient.in(open());
        ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      ParleyClient stalled =
          ParleyClient.resumed(Handshake.parley(open()).as(guest).receiving(SMALL));
      String room = stalled.join(name);
      ann.join(name);
      bob.join(name);
      watcher.awaitQuiet();
      Metronome beat = new Metronome(ann, bob, name);
      String content = "\uD83D\uDE00".repeat(7990);
      for (int i = 0; i < large; i++) {
        beat.say(content);
      }
      Deadline deadline = Deadline.in(PATIENCE);
      Optional<JsonObject> gone = Optional.empty();
      while (gone.isEmpty() && !deadline.passed()) {
        beat.say("tick");
        gone =
            watcher
                .heard()
                .poll(
                    Deadline.in(Duration.ofMillis(100)),
                    PlainClient.said(PlainClient.DISCONNECTED));
      }
      assertTrue(gone.isPresent(), "still connected " + PATIENCE + " after it has stopped reading");
      assertTrue(beat.longest().compareTo(GAP) < 0, "others waited " + beat.longest());
      int code = stalled.heard().awaitClose(Deadline.soon()).code();
      assertTrue(Set.of(4000, 4001, 1006).contains(code), "closed with " + code);
      Position held = stalled.rooms().position(room);
      assertTrue(held.seq() < bob.rooms().position(room).seq(), "it has read everything");
      try (ParleyClient back = ParleyClient.welcomed(Handshake.parley(open()).as(guest))) {
        back.resume(held);
        assertFalse(
            back.heard().any(ParleyClient.type("reset").and(ParleyClient.of(room))),
            "reset, though nothing was lost");
        assertEquals(bob.rooms().position(room), back.rooms().position(room));
      }
    }
  }
}
