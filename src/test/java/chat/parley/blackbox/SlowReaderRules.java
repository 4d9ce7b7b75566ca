package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody waits for a slow peer, and a slow peer that reads loses nothing. */
interface SlowReaderRules extends Host {
  /** Bytes that the kernel of a slow client takes unread. */
  int SMALL = 4096;

  /** Within this time a client that takes no more bytes is gone. */
  Duration PATIENCE = Duration.ofSeconds(15);

  /** The longest that anybody else may wait meanwhile. */
  Duration GAP = Duration.ofSeconds(1);

  @Test
  default void tenThousandQueuedMessagesReachASlowClientInOrder() {
    int many = 10_000;
    String name = Fresh.room("slow");
    try (ParleyClient slow = ParleyClient.resumed(Handshake.parley(open()).receiving(SMALL));
        ParleyClient ann = ParleyClient.in(open())) {
      String room = slow.join(name);
      ann.join(name);
      for (int i = 0; i < many; i += 100) {
        for (int j = i; j < i + 100; j++) {
          ann.say(name, Integer.toString(j));
        }
        ann.await(Integer.toString(i + 99));
        slow.heard()
            .poll(Deadline.in(Duration.ZERO), ParleyClient.message(Integer.toString(i / 100)));
      }
      assertTrue(slow.messages(room).size() < many, "it was not slow");
      slow.heard().awaitUntil("all", () -> slow.rooms().position(room).seq() == many);
      assertEquals(ann.messages(room), slow.messages(room));
    }
  }

  @Test
  default void tenThousandQueuedFramesReachASlowPlainClientInOrder() {
    int many = 10_000;
    String start = Fresh.words("frame") + " ";
    try (PlainClient slow = PlainClient.in(Handshake.to(open()).receiving(SMALL));
        ParleyClient ann = ParleyClient.in(open())) {
      for (int i = 0; i < many; i += 100) {
        for (int j = i; j < i + 100; j++) {
          ann.say("#lobby", start + j);
        }
        ann.await(start + (i + 99));
        slow.heard().poll(Deadline.in(Duration.ZERO), PlainClient.said(start + i / 100));
      }
      slow.await(start + (many - 1));
      int next = 0;
      for (String content : slow.contents()) {
        if (content.startsWith(start)) {
          assertEquals(start + next++, content);
        }
      }
      assertEquals(many, next);
    }
  }

  @Test
  default void aStalledReaderIsClosedAndDelaysNobody() {
    stall(80);
  }

  @Test
  default void aReaderWhoseQueueOverflowsIsClosedAndDelaysNobody() {
    stall(600);
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
