package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import chat.parley.launch.Launched;
import chat.parley.log.PostgresServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes and comes back while several people talk. */
class PostgresOutageIT {
  private static final int SENDERS = 4;

  /** Things that each says. */
  private static final int EACH = 150;

  /** As many of them before PostgreSQL goes. */
  private static final int BEFORE = 20;

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final CountDownLatch begun = new CountDownLatch(SENDERS * BEFORE);

  @Test
  void nothingIsLostOrDoubledAndMeanwhileItIsBusy() throws Exception {
    try (PostgresServer postgres = PostgresServer.in(folder);
        Launched server =
            Launched.ready(
                folder,
                List.of(
                    "-Dparley.limit.rate=0",
                    "-Dparley.db.url=" + postgres.url("parley"),
                    "-Dparley.db.user=postgres"))) {
      URI url = server.url();
      Guest guest = Guest.called(url, "away");
      Position before = away(url, guest);
      try (ParleyClient witness = ParleyClient.in(url)) {
        List<CompletableFuture<List<String>>> talks =
            Stream.generate(() -> CompletableFuture.supplyAsync(() -> talk(url)))
                .limit(SENDERS)
                .toList();
        begun.await(1, TimeUnit.MINUTES);
        postgres.stop();
        outage(url, witness);
        postgres.start();
        List<String> said = new ArrayList<>();
        for (CompletableFuture<List<String>> talk : talks) {
          said.addAll(talk.get(2, TimeUnit.MINUTES));
        }
        assertEquals(SENDERS * EACH, said.size());
        JsonObject last = witness.store("#lobby", "and on");
        assertWhole(said, witness.messages(before.room()));
        assertEquals(200, Http.get(url, "health/ready").statusCode());
        try (ParleyClient back = ParleyClient.welcomed(Handshake.parley(url).as(guest))) {
          back.resume(before);
          assertEquals(Position.of(last), back.rooms().position(before.room()));
          assertWhole(said, back.messages(before.room()));
        }
      }
    }
  }

  /** Has somebody say something, so that they last, and go. */
  private static Position away(URI url, Guest guest) {
    try (ParleyClient client = ParleyClient.in(url, guest)) {
      return Position.of(client.store("#lobby", "I'll be back"));
    }
  }

  /** What is said is refused for now, and all else goes on. */
  private static void outage(URI url, ParleyClient witness) {
    for (int i = 0; i < 3; i++) {
      assertEquals("busy", witness.refusal(Ask.message(Fresh.ref(), "#lobby", "does it work?")));
      witness.sync();
    }
    assertEquals(503, Http.get(url, "health/ready").statusCode());
    try (ParleyClient other = ParleyClient.welcomed(Handshake.parley(url))) {
      other.sync();
    }
  }

  /** Says one thing after the other, each again until it is stored; the refs. */
  private List<String> talk(URI url) {
    List<String> refs = new ArrayList<>();
    try (ParleyClient client = ParleyClient.in(url)) {
      for (int i = 0; i < EACH; i++) {
        String ref = Fresh.ref();
        refs.add(ref);
        say(client, Ask.message(ref, "#lobby", ref), ParleyClient.ref(ref));
        begun.countDown();
      }
    }
    return refs;
  }

  private static void say(ParleyClient client, String frame, Predicate<JsonObject> about) {
    client.send(frame);
    JsonObject answer = answer(client, about);
    while (answer.getString("type").equals("refused")) {
      assertEquals("busy", answer.getString("code"));
      LockSupport.parkNanos(Duration.ofMillis(answer.getInt("retryAfter")).toNanos());
      client.send(frame);
      answer = answer(client, about);
    }
  }

  private static JsonObject answer(ParleyClient client, Predicate<JsonObject> about) {
    return client
        .heard()
        .poll(Deadline.in(LONG_ENOUGH), about)
        .orElseGet(() -> fail("no answer; " + client.heard()));
  }

  /** All that was said was heard once. */
  private static void assertWhole(List<String> said, List<JsonObject> messages) {
    List<String> heard =
        messages.stream().map(it -> it.getString("ref")).filter(said::contains).toList();
    assertEquals(said.size(), heard.size());
    assertEquals(new HashSet<>(said), new HashSet<>(heard));
    assertFalse(heard.isEmpty());
  }
}
