package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.of;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What can be set of a room. */
interface SettingRules extends Host {
  @Test
  default void titleAndTopicAreToldToThoseWhoAreThereAndThoseWhoCome() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      ann.enter(Ask.settings(Fresh.ref(), room, "title", "Tea and cake"));
      JsonObject topic = ann.enter(Ask.settings(Fresh.ref(), room, "topic", "Which sort?"));
      assertFalse(topic.containsKey("title"));
      bob.heard().await("the topic", type("settings").and(of(room)).and(topic::equals));
      bob.leave(room);
      bob.send(Ask.join(Fresh.ref(), name));
      JsonObject told =
          bob.heard().await("the reset", type("reset").and(it -> isTitled(it, "Tea and cake")));
      assertEquals("Which sort?", told.getJsonObject("room").getString("topic"));
      assertEquals(ann.id(), told.getJsonObject("room").getString("owner"));
    }
  }

  private boolean isTitled(JsonObject reset, String title) {
    return reset.getJsonObject("room").getString("title", "").equals(title);
  }

  @Test
  default void onlyTheOwnerSets() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      assertEquals("not_joined", bob.refusal(Ask.settings(Fresh.ref(), room, "topic", "x")));
      bob.join(name);
      assertEquals("not_owner", bob.refusal(Ask.settings(Fresh.ref(), room, "topic", "x")));
      assertEquals("not_owner", bob.refusal(Ask.archive(Fresh.ref(), room, true)));
      assertEquals("lobby", ann.refusal(Ask.settings(Fresh.ref(), "#lobby", "topic", "x")));
      assertEquals("lobby", ann.refusal(Ask.archive(Fresh.ref(), "#lobby", true)));
    }
  }

  @Test
  default void inAnArchivedRoomNothingIsSaidAndWhatWasSaidCanBeDeleted() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      int target = bob.store(name, "too much").getInt("seq");
      assertTrue(ann.enter(Ask.archive(Fresh.ref(), room, true)).getBoolean("archived"));
      assertEquals("archived", bob.awaitRefusal(bob.say(name, "x")));
      assertEquals("archived", bob.refusal(Ask.edit(Fresh.ref(), room, target, "x")));
      assertEquals("archived", bob.refusal(Ask.reaction(Fresh.ref(), room, target, "x", true)));
      assertEquals("archived", bob.refusal(Ask.pin(Fresh.ref(), room, target, true)));
      bob.enter(Ask.delete(Fresh.ref(), room, target));
      bob.leave(room);
      assertEquals("archived", bob.refusal(Ask.join(Fresh.ref(), name)));
      assertFalse(ann.enter(Ask.archive(Fresh.ref(), room, false)).getBoolean("archived"));
      bob.join(name);
      bob.store(name, "again");
    }
  }

  @Test
  default void aNameIsTakenOnce() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String frame = Ask.createPublic(Fresh.ref(), name);
      String room = ann.enter(frame).getString("recipient");
      assertEquals("name_taken", bob.refusal(Ask.createPublic(Fresh.ref(), name)));
      ann.send(frame);
      assertEquals(room, ann.heard().await("stored", type("stored")).getString("recipient"));
    }
  }
}
