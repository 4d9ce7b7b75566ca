package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.by;
import static chat.parley.blackbox.ParleyClient.of;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coming into rooms and out of them. */
interface RoomRules extends Host {
  @Test
  default void joiningMakesTheRoomAndAnswersReset() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      ann.send(Ask.join(Fresh.ref(), name));
      JsonObject reset = ann.awaitReset(room -> room.getString("name", "").equals(name));
      assertEquals("public", reset.getJsonObject("room").getString("kind"));
      assertEquals(1, reset.getJsonObject("room").getInt("seq"), "one entry: who made it");
      JsonObject presence =
          ann.heard().await("who is here", type("presence").and(of(reset.getString("recipient"))));
      assertEquals(List.of(ann.id()), Json.strings(presence, "here"));
      assertEquals(1, presence.getInt("count"));
    }
  }

  @Test
  default void joiningAgainAnswersResetAgain() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      ann.store(name, "one");
      assertEquals(room, ann.join(name));
      assertEquals(Position.of(ann.messages(room).get(0)), ann.rooms().position(room));
      assertEquals(3, ann.store(name, "two").getInt("seq"));
    }
  }

  @Test
  default void twoWhoJoinOneNameAreInOneRoom() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      assertEquals(ann.join(name), bob.join(name));
    }
  }

  @Test
  default void aRoomCanBeJoinedAndLeftByItsId() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.send(Ask.join(Fresh.ref(), room));
      bob.awaitReset(other -> other.getString("id").equals(room));
      bob.store(room, "good day");
      ann.heard().await("joined", type("joined").and(of(room)).and(by(bob.id())));
      bob.leave(room);
      ann.heard().await("left", type("left").and(of(room)).and(by(bob.id())));
    }
  }

  @Test
  default void joiningAndLeavingReachTheOtherTab() {
    Guest guest = Guest.called(open(), "ann");
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open(), guest);
        ParleyClient tab = ParleyClient.in(open(), guest)) {
      String room = ann.join(name);
      tab.awaitReset(other -> other.getString("id").equals(room));
      ann.store(name, "good day");
      tab.await("good day");
      ann.leave(room);
      tab.heard().await("left", type("left").and(of(room)).and(by(guest.id())));
    }
  }

  @Test
  default void whoHasLeftHearsNothingMore() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      ann.heard().await("joined", type("joined").and(of(room)).and(by(bob.id())));
      bob.send(Ask.leave(Fresh.ref(), name));
      ann.heard().await("left", type("left").and(of(room)).and(by(bob.id())));
      String secret = Fresh.words("among us");
      ann.store(name, secret);
      ann.store("#lobby", secret + " and all");
      bob.await(secret + " and all");
      assertFalse(bob.heard().any(ParleyClient.message(secret)));
      assertEquals("not_joined", bob.awaitRefusal(bob.say(name, "still here?")));
      bob.join(name);
      bob.await(secret);
    }
  }

  @Test
  default void onlyMembersHearAndWrite() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      String secret = Fresh.words("among us");
      ann.store(name, secret);
      assertEquals("not_joined", bob.awaitRefusal(bob.say(name, "me too")));
      assertEquals("not_joined", bob.awaitRefusal(bob.say(room, "me too")));
      ann.store("#lobby", secret + " and all");
      bob.await(secret + " and all");
      assertFalse(bob.heard().any(ParleyClient.message(secret)));
      assertEquals(3, ann.store(name, "refused ones take none").getInt("seq"));
    }
  }

  @Test
  default void aRoomStaysJoinedOverConnections() {
    Guest guest = Guest.called(open(), "ann");
    String name = Fresh.room("tea");
    try (ParleyClient before = ParleyClient.in(open(), guest)) {
      before.join(name);
      before.store(name, "good day");
    }
    try (ParleyClient after = ParleyClient.in(open(), guest)) {
      assertTrue(
          Json.objects(after.welcome(), "rooms").stream()
              .anyMatch(room -> room.getString("name", "").equals(name)),
          after.welcome()::toString);
      after.await("good day");
    }
  }

  @Test
  default void theLobbyCannotBeLeft() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      String ref = Fresh.ref();
      ann.send(Ask.leave(ref, "#lobby"));
      assertEquals("lobby", ann.awaitRefusal(ref));
      ann.store("#lobby", Fresh.words("still here"));
    }
  }
}
