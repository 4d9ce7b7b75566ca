package chat.parley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import chat.parley.log.TroubledDatabase;
import chat.parley.web.Readiness;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever is connected hears of a database in trouble. */
@Slow
class FaultsTest {
  /** More than may wait to be stored. */
  private static final int TOO_MANY = 21_000;

  private TyrusHost host;
  private TroubledDatabase database;
  private Talker ann;

  /** Puts a database that can be in trouble in the place of the real one. */
  @Alternative
  @Priority(1)
  @Dependent
  static class Troubled {
    @Produces
    @Singleton
    static TroubledDatabase database() {
      return new TroubledDatabase();
    }
  }

  @BeforeEach
  void start() throws Exception {
    host = TyrusHost.start(Troubled.class);
    database = host.part(TroubledDatabase.class);
    ann = come();
  }

  @AfterEach
  void stop() throws Exception {
    database.goOn();
    ann.close();
    host.close();
  }

  private Talker come() throws Exception {
    Talker talker = host.parley();
    talker.send("{\"type\":\"resume\",\"positions\":[]}");
    talker.awaitRoom("#lobby");
    return talker;
  }

  private static String say(String ref, String content) {
    return to("#lobby", "message").add("ref", ref).add("content", content).build().toString();
  }

  private static JsonObjectBuilder to(String recipient, String type) {
    return Json.createObjectBuilder().add("type", type).add("recipient", recipient);
  }

  private static JsonObject await(Talker talker, String type) throws InterruptedException {
    return talker.awaitFrame(type, type::equals, it -> it.getString("type"));
  }

  private Optional<String> trouble() {
    return host.part(Readiness.class).trouble();
  }

  /** Heartbeats, pages, and somebody who comes. */
  private void assertAllElseGoesOn(String last) throws Exception {
    ann.send("{\"type\":\"ping\"}");
    await(ann, "pong");
    ann.send(to("#lobby", "page").add("ref", "page").build().toString());
    List<JsonObject> page =
        await(ann, "page").getJsonArray("entries").getValuesAs(JsonObject.class);
    assertEquals(last, page.get(page.size() - 1).getString("content"));
    try (Talker bob = come()) {
      assertEquals(last, await(bob, "message").getString("content"));
    }
  }

  @Test
  void whileTheDiskIsFullNothingIsStoredAndAllElseGoesOn() throws Exception {
    ann.send(say("a", "before"));
    assertEquals(1, await(ann, "message").getInt("seq"));
    database.setFull(true);
    String much = "x".repeat(8000);
    for (int i = 0; i < 3; i++) {
      ann.send(say("b", much));
      JsonObject refused = await(ann, "refused");
      assertEquals("storage_full", refused.getString("code"));
      assertEquals("b", refused.getString("ref"));
      assertTrue(refused.getInt("retryAfter") > 0);
      assertEquals(Optional.of("The disk is full."), trouble());
      assertAllElseGoesOn("before");
    }
    database.setFull(false);
    ann.send(say("b", much));
    JsonObject stored = await(ann, "message");
    assertEquals(2, stored.getInt("seq"));
    assertEquals(much, stored.getString("content"));
    assertEquals(Optional.empty(), trouble());
  }

  @Test
  void whileTheDatabaseHangsSoMuchWaitsAndNoMoreAndAllElseGoesOn() throws Exception {
    ann.send(say("a", "before"));
    await(ann, "message");
    database.hang();
    for (int i = 0; i < TOO_MANY; i++) {
      ann.send(say("r" + i, "said " + i));
    }
    JsonObject first = await(ann, "refused");
    assertEquals("busy", first.getString("code"));
    assertTrue(first.getInt("retryAfter") > 0);
    assertTrue(trouble().isPresent());
    Set<String> refused = new HashSet<>(Set.of(first.getString("ref")));
    while (!refused.contains("r" + (TOO_MANY - 1))) {
      refused.add(await(ann, "refused").getString("ref"));
    }
    assertAllElseGoesOn("before");
    database.goOn();
    int seq = 1;
    for (int i = 0; i < TOO_MANY; i++) {
      if (!refused.contains("r" + i)) {
        JsonObject stored = await(ann, "message");
        assertEquals("r" + i, stored.getString("ref"));
        assertEquals(++seq, stored.getInt("seq"));
      }
    }
    ann.send(say("last", "and on"));
    assertEquals(seq + 1, await(ann, "message").getInt("seq"));
  }
}
