package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.by;
import static chat.parley.blackbox.ParleyClient.of;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rooms that are there for their members only. */
interface PrivateRules extends Host {
  @Test
  default void whoMakesItIsInItAndOwnsIt() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      String title = Fresh.words("The surprise");
      ann.send(Ask.createPrivate(Fresh.ref(), title));
      JsonObject room =
          ann.awaitReset(it -> it.getString("title", "").equals(title)).getJsonObject("room");
      assertEquals("private", room.getString("kind"));
      assertFalse(room.containsKey("name"));
      assertEquals(ann.id(), room.getString("owner"));
      assertEquals(2, ann.store(room.getString("id"), "just me").getInt("seq"));
      assertEquals("empty", ann.refusal(Ask.createPrivate(Fresh.ref(), " ")));
    }
  }

  @Test
  default void theSameRequestMakesOneRoom() {
    Guest guest = Guest.called(open(), "ann");
    String frame = Ask.createPrivate(Fresh.ref(), Fresh.words("The surprise"));
    String room;
    try (ParleyClient ann = ParleyClient.in(open(), guest)) {
      room = ann.enter(frame).getString("recipient");
      ann.send(frame);
      assertEquals(room, ann.heard().await("stored", type("stored")).getString("recipient"));
    }
    try (ParleyClient ann = ParleyClient.in(open(), guest)) {
      assertEquals(2, Json.objects(ann.welcome(), "rooms").size());
    }
  }

  @Test
  default void whoIsInvitedMayJoinAndReadsAllOfIt() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.hide(Fresh.words("The surprise"));
      String before = Fresh.words("before bob");
      ann.store(room, before);
      ann.bring(bob, room);
      bob.await(before);
      String after = Fresh.words("after");
      bob.store(room, after);
      ann.await(after);
      assertEquals("already_in", ann.refusal(Ask.about("invite", Fresh.ref(), room, bob.id())));
    }
  }

  @Test
  default void whoDeclinesHasNothingToDoWithItAnyMore() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.hide(Fresh.words("The surprise"));
      ann.enter(Ask.about("invite", Fresh.ref(), room, bob.id()));
      bob.heard().await("the invitation", type("invitations"));
      bob.send(Ask.decline(Fresh.ref(), room));
      ann.heard()
          .await("that it was declined", type("membership").and(by(bob.id())).and(this::isDecline));
      bob.sync();
      assertEquals("no_such_room", bob.refusal(Ask.join(Fresh.ref(), room)));
    }
  }

  private boolean isDecline(JsonObject membership) {
    return membership.getString("change").equals("declined");
  }

  @Test
  default void whoIsInvitedWhileAwayFindsThatInTheWelcome() {
    Guest guest = Guest.called(open(), "bob");
    ParleyClient.in(open(), guest).close();
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.hide(Fresh.words("The surprise"));
      ann.enter(Ask.about("invite", Fresh.ref(), room, guest.id()));
      try (ParleyClient bob = ParleyClient.in(open(), guest)) {
        JsonObject invited = Json.objects(bob.welcome(), "invitations").get(0);
        assertEquals(room, invited.getJsonObject("room").getString("id"));
        assertEquals(ann.id(), invited.getString("by"));
        assertEquals("not_joined", bob.awaitRefusal(bob.say(room, "hello")));
      }
    }
  }

  @Test
  default void whoIsRemovedHearsNothingAfterAndCanNotComeBack() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.hide(Fresh.words("The surprise"));
      ann.bring(bob, room);
      assertEquals("not_owner", bob.refusal(Ask.about("remove", Fresh.ref(), room, ann.id())));
      ann.send(Ask.about("remove", Fresh.ref(), room, bob.id()));
      String secret = Fresh.words("now that he is gone");
      ann.store(room, secret);
      bob.heard().await("that he is out", type("left").and(of(room)).and(by(bob.id())));
      assertEquals("no_such_room", bob.awaitRefusal(bob.say(room, "let me in")));
      assertEquals("no_such_room", bob.refusal(Ask.join(Fresh.ref(), room)));
      bob.send(Ask.resume(bob.rooms().position(room)));
      bob.store("#lobby", Fresh.words("after"));
      assertFalse(bob.heard().all().toString().contains(secret));
    }
  }

  @Test
  default void nobodyElseCanTellThatItIsThere() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient carl = ParleyClient.in(open())) {
      String room = ann.hide(Fresh.words("The surprise"));
      JsonObject said = ann.store(room, Fresh.words("among us"));
      String none = "r_0000000000000000";
      for (String id : Set.of(room, none)) {
        assertEquals("no_such_room", carl.awaitRefusal(carl.say(id, "x")));
        assertEquals("no_such_room", carl.refusal(Ask.edit(Fresh.ref(), id, 2, "x")));
        assertEquals("no_such_room", carl.refusal(Ask.delete(Fresh.ref(), id, 2)));
        assertEquals("no_such_room", carl.refusal(Ask.reaction(Fresh.ref(), id, 2, "x", true)));
        assertEquals("no_such_room", carl.refusal(Ask.pin(Fresh.ref(), id, 2, true)));
        assertEquals("no_such_room", carl.refusal(Ask.archive(Fresh.ref(), id, true)));
        assertEquals("no_such_room", carl.refusal(Ask.join(Fresh.ref(), id)));
        assertEquals("no_such_room", carl.refusal(Ask.leave(Fresh.ref(), id)));
        assertEquals("no_such_room", carl.refusal(Ask.decline(Fresh.ref(), id)));
        for (String verb : Set.of("invite", "remove", "owner")) {
          assertEquals("no_such_room", carl.refusal(Ask.about(verb, Fresh.ref(), id, ann.id())));
        }
      }
      carl.send(Ask.resume(Position.of(said)));
      carl.send(Ask.presence(room, Set.of(ann.id())));
      carl.store("#lobby", Fresh.words("after"));
      assertFalse(carl.heard().any(of(room)), carl.heard()::toString);
    }
  }

  @Test
  default void theOwnerHandsItOnBeforeLeaving() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.hide(Fresh.words("The surprise"));
      assertEquals("not_member", ann.refusal(Ask.about("owner", Fresh.ref(), room, bob.id())));
      ann.bring(bob, room);
      assertEquals("owner", ann.refusal(Ask.leave(Fresh.ref(), room)));
      ann.enter(Ask.about("owner", Fresh.ref(), room, bob.id()));
      ann.leave(room);
      assertTrue(bob.enter(Ask.archive(Fresh.ref(), room, true)).getBoolean("archived"));
      bob.leave(room);
    }
  }
}
