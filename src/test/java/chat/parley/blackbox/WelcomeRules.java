package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a connection of {@code parley.v1} begins. */
interface WelcomeRules extends Host {
  @Test
  default void theServerTellsWhoYouAreAndWhatHolds() {
    Guest ann = Guest.called(withLimits(), "ann");
    try (ParleyClient client = ParleyClient.welcomed(Handshake.parley(withLimits()).as(ann))) {
      JsonObject welcome = client.welcome();
      JsonObject expected =
          Json.builder().add("id", ann.id()).add("name", ann.name()).add("guest", true).build();
      assertEquals(expected, welcome.getJsonObject("person"));
      assertEquals(Golden.frame("server/welcome").get("limits"), welcome.get("limits"));
      assertEquals(Golden.frame("server/welcome").get("heartbeat"), welcome.get("heartbeat"));
      assertEquals(
          welcome.getString("connection"),
          UUID.fromString(welcome.getString("connection")).toString());
      assertFalse(welcome.getString("version").isBlank());
    }
  }

  @Test
  default void limitsThatAreOffAreZero() {
    try (ParleyClient client = ParleyClient.welcomed(Handshake.parley(open()))) {
      assertEquals(0, client.welcome().getJsonObject("limits").getJsonNumber("rate").doubleValue());
    }
  }

  @Test
  default void everyoneIsInTheLobby() {
    try (ParleyClient client = ParleyClient.welcomed(Handshake.parley(open()))) {
      JsonObject lobby = Json.objects(client.welcome(), "rooms").get(0);
      assertEquals("#lobby", lobby.getString("name"));
      assertEquals("public", lobby.getString("kind"));
      assertTrue(lobby.getString("id").matches("r_[0-9a-z]{16}"), lobby::toString);
      assertTrue(lobby.getString("mark").matches("[0-9a-f]{16}"), lobby::toString);
      assertTrue(client.id().matches("p_[0-9a-z]{16}"), client::id);
    }
  }

  @Test
  default void twoStrangersAreTwoPeople() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      assertNotEquals(ann.id(), bob.id());
      assertNotEquals(ann.name(), bob.name());
      assertNotEquals(ann.welcome().getString("connection"), bob.welcome().getString("connection"));
    }
  }

  @Test
  default void nothingOfARoomIsHeardBeforeResume() {
    try (ParleyClient silent = ParleyClient.welcomed(Handshake.parley(open()));
        ParleyClient ann = ParleyClient.in(open())) {
      String words = Fresh.words("too early");
      ann.store("#lobby", words);
      silent.sync();
      List<JsonObject> early = silent.heard().all();
      assertTrue(
          early.stream()
              .noneMatch(
                  frame ->
                      List.of("message", "reset", "joined", "presence")
                          .contains(frame.getString("type"))),
          early::toString);
      silent.resume();
      silent.await(words);
    }
  }

  @Test
  default void whatNeedsResumeIsRefusedBeforeIt() {
    try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(open()))) {
      assertEquals("not_resumed", ann.awaitRefusal(ann.say("#lobby", "too early")));
      String ref = Fresh.ref();
      ann.send(Ask.join(ref, Fresh.room("tea")));
      assertEquals("not_resumed", ann.awaitRefusal(ref));
      ann.resume();
      ann.store("#lobby", Fresh.words("now"));
    }
  }

  @Test
  default void aNewClientGetsTheTailOfTheLog() {
    String room = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String id = ann.join(room);
      for (int i = 1; i <= 5; i++) {
        ann.store(room, "cup " + i);
      }
      bob.join(room);
      assertEquals(contents(ann.messages(id)), contents(bob.messages(id)));
      assertEquals(5, bob.messages(id).size());
    }
  }

  private static List<String> contents(List<JsonObject> messages) {
    return messages.stream().map(message -> message.getString("content")).toList();
  }
}
