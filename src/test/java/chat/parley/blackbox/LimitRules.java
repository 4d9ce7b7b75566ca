package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bounds of what one person or connection may do, and what happens beyond. */
interface LimitRules extends Host {
  /** Bytes a frame, as the welcome tells by default. */
  int FRAME = 65_536;

  @Test
  default void contentIsCountedInCharactersNotInBytes() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      ann.join(name);
      bob.join(name);
      for (String character : List.of("a", "\u00e9", "\u8336", "\uD83D\uDE00")) {
        String longest = character.repeat(8000);
        ann.store(name, longest);
        bob.await(longest);
        assertEquals("too_long", ann.awaitRefusal(ann.say(name, longest + "a")));
      }
    }
  }

  @Test
  default void aFrameMayHaveSixtyFourKilobytes() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      ann.send(pingOf(FRAME));
      ann.heard().await("pong", ParleyClient.type("pong"));
      ann.send(pingOf(FRAME + 1));
      assertEquals(1009, ann.heard().awaitClose(Deadline.soon()).code());
    }
  }

  @Test
  default void aLargerFrameEndsTheConnectionSoon() {
    byte[] large = new byte[5 << 20];
    Arrays.fill(large, (byte) 'a');
    for (Handshake handshake :
        List.of(Handshake.parley(withLimits()), Handshake.to(withLimits()))) {
      try (Wire wire = handshake.open()) {
        wire.sendWhileTaken(Frames.masked(Frames.FIN | Frames.TEXT, large));
        int code = wire.awaitClose(Deadline.in(Duration.ofSeconds(5))).code();
        assertTrue(deviations().hugeFrame().codes().contains(code), "closed with " + code);
      }
    }
  }

  @Test
  default void fragmentsAreCountedTogether() {
    byte[] part = new byte[FRAME / 4];
    Arrays.fill(part, (byte) 'a');
    try (Wire wire = Handshake.parley(withLimits()).open()) {
      wire.send(Frames.masked(Frames.TEXT, part));
      for (int i = 0; i < 50; i++) {
        wire.sendWhileTaken(Frames.masked(Frames.CONTINUATION, part));
      }
      int code = wire.awaitClose(Deadline.in(Duration.ofSeconds(5))).code();
      assertTrue(Set.of(1009, 1006).contains(code), "closed with " + code);
    }
  }

  @Test
  default void whoSendsTooFastIsAskedToSlowDown() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(withLimits())) {
      String room = ann.join(name);
      int sent = 40;
      for (int i = 0; i < sent; i++) {
        ann.say(name, "fast " + i);
      }
      ann.heard()
          .awaitUntil(
              "an answer to each", () -> ann.messages(room).size() + refusals(ann).size() == sent);
      assertTrue(
          ann.messages(room).size() >= 20, "the burst is cut short: " + ann.messages(room).size());
      assertTrue(ann.messages(room).size() <= 35, "hardly limited: " + ann.messages(room).size());
      for (JsonObject refused : refusals(ann)) {
        assertEquals("slow_down", refused.getString("code"));
        assertTrue(
            refused.getInt("retryAfter") > 0 && refused.getInt("retryAfter") <= 10_000,
            refused::toString);
        assertTrue(refused.containsKey("ref"), refused::toString);
      }
      JsonObject last = refusals(ann).get(refusals(ann).size() - 1);
      ann.heard()
          .poll(Deadline.in(Duration.ofMillis(last.getInt("retryAfter") + 50L)), frame -> false);
      ann.store(name, "after the time that was named");
    }
  }

  @Test
  default void theRateIsAPersonsNotAConnections() {
    Guest guest = Guest.called(withLimits(), "ann");
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(withLimits(), guest);
        ParleyClient tab = ParleyClient.in(withLimits(), guest)) {
      String room = ann.join(name);
      tab.awaitReset(other -> other.getString("id").equals(room));
      for (int i = 0; i < 20; i++) {
        ann.say(name, "here " + i);
        tab.say(name, "there " + i);
      }
      ann.heard().awaitUntil("an answer to each", () -> answers(ann, room, "here") == 20);
      tab.heard().awaitUntil("an answer to each", () -> answers(tab, room, "there") == 20);
      assertTrue(
          refusals(ann).size() + refusals(tab).size() >= 5, "two tabs may send twice as much");
    }
  }

  @Test
  default void plainClientsAreLimitedToo() {
    try (PlainClient ann = PlainClient.in(withLimits())) {
      for (int i = 0; i < 40; i++) {
        ann.say("fast");
      }
      ann.heard()
          .await("a refusal", said -> said.getString("content").contains("messages a second"));
    }
  }

  @Test
  default void fiftyRefusalsAreAbuse() {
    try (ParleyClient ann = ParleyClient.in(withLimits())) {
      for (int i = 0; i < 45; i++) {
        ann.send("not a frame");
      }
      ann.sync();
      assertEquals(45, refusals(ann).size());
      for (int i = 0; i < 20; i++) {
        ann.wire().sendWhileTaken(Frames.text("not a frame"));
      }
      assertEquals(4008, ann.heard().awaitClose(Deadline.soon()).code());
    }
  }

  @Test
  default void fiftyRefusalsOfAPlainClientAreAbuse() {
    try (PlainClient ann = PlainClient.in(withLimits())) {
      for (int i = 0; i < 60; i++) {
        ann.wire().sendWhileTaken(Frames.text(" "));
      }
      assertEquals(4008, ann.heard().awaitClose(Deadline.soon()).code());
    }
  }

  @Test
  default void aPersonIsInAtMostTwoHundredRooms() {
    String start = Fresh.room("r");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String first = ann.join(start + 1);
      String second = ann.join(start + 2);
      for (int i = 3; i < 200; i++) {
        ann.join(start + i);
      }
      ann.send(Ask.join("200", start + "200"));
      ann.send(Ask.join("201", start + "201"));
      assertEquals("too_many_rooms", ann.awaitRefusal("201"));
      ann.leave(first);
      ann.leave(second);
      ann.join(start + "201");
    }
  }

  @Slow
  @Test
  default void anAddressHasAtMostAThousandConnections() {
    try (Crowd crowd = new Crowd(withLimits())) {
      Answer answer = Handshake.parley(withLimits()).send();
      while (answer.wire().isPresent() && crowd.size() < 1100) {
        crowd.add(answer.wire().get());
        answer = Handshake.parley(withLimits()).send();
      }
      answer.wire().ifPresent(crowd::add);
      assertEquals(429, answer.status(), () -> "after " + crowd.size());
      assertTrue(crowd.size() > 900, () -> "only " + crowd.size());
      JsonObject verdict = Json.object(Http.get(withLimits(), "check").body());
      assertEquals("connections", verdict.getString("code"), verdict::toString);
    }
    assertEquals(101, Handshake.parley(withLimits()).status(), "nobody is let in again");
  }

  private static List<JsonObject> refusals(ParleyClient client) {
    return client.heard().all().stream().filter(ParleyClient.type("refused")).toList();
  }

  private static long answers(ParleyClient client, String room, String start) {
    long stored =
        client.messages(room).stream()
            .filter(message -> message.getString("content").startsWith(start))
            .count();
    return stored + refusals(client).size();
  }

  private static String pingOf(int bytes) {
    String start = "{\"type\":\"ping\",\"x\":\"";
    String end = "\"}";
    return start + "a".repeat(bytes - start.length() - end.length()) + end;
  }
}
