package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.of;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a message: edits, deletes, reactions, pins, replies. */
interface AmendmentRules extends Host {
  @Test
  default void anEditReachesEveryoneAndIsToldToWhoComesLater() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      String before = Fresh.words("tea at fife");
      int target = ann.store(name, before).getInt("seq");
      bob.await(before);
      JsonObject edit = ann.enter(Ask.edit(Fresh.ref(), room, target, "tea at five"));
      assertEquals(target, edit.getInt("target"));
      assertEquals(edit, bob.heard().await("the edit", type("edit").and(of(room))));
      try (ParleyClient cem = ParleyClient.in(open())) {
        cem.join(name);
        JsonObject now = cem.await("tea at five");
        assertEquals(target, now.getInt("seq"));
        assertTrue(now.getBoolean("edited"));
        assertFalse(cem.heard().all().toString().contains(before), "what it was before");
      }
    }
  }

  @Test
  default void anEditAndADeleteMadeMeanwhileAreWhatOneResumes() {
    Guest guest = Guest.called(open(), "bob");
    String name = Fresh.room("tea");
    String secret = Fresh.words("a secret");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      int edited;
      int deleted;
      Position held;
      try (ParleyClient bob = ParleyClient.in(open(), guest)) {
        bob.join(name);
        edited = ann.store(name, "one").getInt("seq");
        deleted = ann.store(name, secret).getInt("seq");
        bob.await(secret);
        held = bob.rooms().position(room);
      }
      ann.enter(Ask.edit(Fresh.ref(), room, edited, "two"));
      ann.enter(Ask.edit(Fresh.ref(), room, edited, "three"));
      ann.enter(Ask.delete(Fresh.ref(), room, deleted));
      int gone = ann.store(name, secret).getInt("seq");
      ann.enter(Ask.delete(Fresh.ref(), room, gone));
      try (ParleyClient bob = ParleyClient.welcomed(Handshake.parley(open()).as(guest))) {
        bob.resume(held);
        List<JsonObject> edits = bob.heard().all().stream().filter(type("edit")).toList();
        assertFalse(edits.get(0).containsKey("content"), "it is superseded");
        assertEquals("three", edits.get(1).getString("content"));
        JsonObject delete = bob.heard().await("the delete", type("delete").and(of(room)));
        assertEquals(deleted, delete.getInt("target"));
        assertEquals(ann.id(), delete.getString("author"));
        JsonObject tombstone = bob.messages(room).get(0);
        assertTrue(tombstone.getBoolean("deleted"));
        assertFalse(bob.heard().all().toString().contains(secret));
      }
      try (ParleyClient cem = ParleyClient.in(open())) {
        cem.join(name);
        cem.await("three");
        assertFalse(cem.heard().all().toString().contains(secret));
      }
    }
  }

  @Test
  default void onesOwnWordsAloneAreOnesToChange() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      int target = ann.store(name, "mine").getInt("seq");
      assertEquals("not_yours", bob.refusal(Ask.edit(Fresh.ref(), room, target, "his")));
      assertEquals("not_yours", bob.refusal(Ask.delete(Fresh.ref(), room, target)));
      assertEquals(
          "no_such_message", ann.refusal(Ask.edit(Fresh.ref(), room, target + 1, "nothing")));
      assertEquals("no_such_message", ann.refusal(Ask.delete(Fresh.ref(), room, 1)));
      assertEquals("empty", ann.refusal(Ask.edit(Fresh.ref(), room, target, " ")));
      ann.enter(Ask.delete(Fresh.ref(), room, target));
      assertEquals("no_such_message", ann.refusal(Ask.edit(Fresh.ref(), room, target, "again")));
      ann.enter(Ask.delete(Fresh.ref(), room, target));
    }
  }

  @Test
  default void aReactionStandsOrDoesNot() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      int target = ann.store(name, "cake?").getInt("seq");
      JsonObject on = bob.enter(Ask.reaction(Fresh.ref(), room, target, "🍰", true));
      assertEquals("🍰", on.getString("emoji"));
      assertEquals(bob.id(), on.getString("sender"));
      assertEquals(on, ann.heard().await("the reaction", type("reaction")));
      bob.enter(Ask.reaction(Fresh.ref(), room, target, "🍰", true));
      assertFalse(bob.enter(Ask.reaction(Fresh.ref(), room, target, "🍰", false)).getBoolean("on"));
      assertEquals(
          "bad_emoji", bob.refusal(Ask.reaction(Fresh.ref(), room, target, "two words", true)));
      ann.enter(Ask.delete(Fresh.ref(), room, target));
      assertEquals(
          "no_such_message", bob.refusal(Ask.reaction(Fresh.ref(), room, target, "🍰", true)));
    }
  }

  @Test
  default void aMessageIsPinnedAndTakenDown() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      int target = ann.store(name, "the rules").getInt("seq");
      assertTrue(bob.enter(Ask.pin(Fresh.ref(), room, target, true)).getBoolean("on"));
      assertFalse(ann.enter(Ask.pin(Fresh.ref(), room, target, false)).getBoolean("on"));
    }
  }

  @Test
  default void aReplyBelongsToAMessageThatIsNoReply() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      int root = ann.store(name, "who comes?").getInt("seq");
      JsonObject reply = bob.enter(Ask.reply(Fresh.ref(), room, "I do", root));
      assertEquals(root, reply.getInt("thread"));
      assertEquals(
          "no_such_message",
          ann.refusal(Ask.reply(Fresh.ref(), room, "good", reply.getInt("seq"))));
      assertEquals("no_such_message", ann.refusal(Ask.reply(Fresh.ref(), room, "good", root + 99)));
    }
  }

  @Test
  default void whomATextNamesIsToldWithIt() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      ann.join(name);
      JsonObject named = ann.store(name, "Dear @" + bob.name() + ", and @here.");
      assertEquals(List.of(bob.id()), Json.strings(named, "mentions"));
      assertTrue(named.getBoolean("here"));
      assertFalse(ann.store(name, "Dear " + bob.name()).containsKey("mentions"));
    }
  }

  @Test
  default void theSameRefAmendsOnce() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      int target = ann.store(name, "one").getInt("seq");
      String frame = Ask.edit(Fresh.ref(), room, target, "two");
      JsonObject edit = ann.enter(frame);
      ann.enter(Ask.edit(Fresh.ref(), room, target, "three"));
      ann.send(frame);
      JsonObject stored = ann.heard().await("stored", type("stored"));
      assertEquals(edit.getInt("seq"), stored.getInt("seq"));
      assertEquals(
          "ref_reused", ann.refusal(Ask.edit(edit.getString("ref"), room, target, "four")));
      assertEquals("ref_reused", ann.refusal(Ask.delete(edit.getString("ref"), room, target)));
    }
  }
}
