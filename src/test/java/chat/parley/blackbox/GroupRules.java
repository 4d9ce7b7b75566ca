package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Talk among a few, whose room has no name. */
interface GroupRules extends Host {
  @Test
  default void theSamePeopleHaveTheSameGroup() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open());
        ParleyClient cem = ParleyClient.in(open());
        ParleyClient carl = ParleyClient.in(open())) {
      ann.send(Ask.createGroup(Fresh.ref(), List.of(bob.id(), cem.id())));
      JsonObject room =
          ann.awaitReset(it -> it.getString("kind").equals("group")).getJsonObject("room");
      String id = room.getString("id");
      assertEquals(Set.of(ann.id(), bob.id(), cem.id()), Set.copyOf(Json.strings(room, "people")));
      for (ParleyClient other : List.of(bob, cem)) {
        other.send(Ask.createGroup(Fresh.ref(), List.of(ann.id(), bob.id(), cem.id())));
        other.awaitReset(it -> it.getString("id").equals(id));
      }
      String words = Fresh.words("among us");
      ann.store(id, words);
      bob.await(words);
      cem.await(words);
      assertEquals("no_such_room", carl.awaitRefusal(carl.say(id, "me too")));
      carl.store("#lobby", Fresh.words("after"));
      assertFalse(carl.heard().all().toString().contains(words));
    }
  }

  @Test
  default void itsPeopleNeverChange() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open());
        ParleyClient cem = ParleyClient.in(open());
        ParleyClient carl = ParleyClient.in(open())) {
      ann.send(Ask.createGroup(Fresh.ref(), List.of(bob.id(), cem.id())));
      String id = ann.awaitReset(it -> it.getString("kind").equals("group")).getString("recipient");
      assertEquals("fixed", ann.refusal(Ask.leave(Fresh.ref(), id)));
      assertEquals("fixed", ann.refusal(Ask.about("invite", Fresh.ref(), id, carl.id())));
      assertEquals("fixed", ann.refusal(Ask.about("remove", Fresh.ref(), id, bob.id())));
      assertEquals("fixed", ann.refusal(Ask.settings(Fresh.ref(), id, "title", "Us")));
    }
  }

  @Test
  default void itIsOfThreeToTwentyWhoExist() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      assertEquals("too_many_people", ann.refusal(Ask.createGroup(Fresh.ref(), List.of(bob.id()))));
      assertEquals(
          "no_such_person",
          ann.refusal(Ask.createGroup(Fresh.ref(), List.of(bob.id(), "p_0000000000000000"))));
    }
  }
}
