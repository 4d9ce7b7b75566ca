package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Talk between two people. */
interface ConversationRules extends Host {
  @Test
  default void itReachesBothPeopleOnAllConnectionsAndNobodyElse() {
    Guest ann = Guest.called(open(), "ann");
    Guest bob = Guest.called(open(), "bob");
    try (ParleyClient annHere = ParleyClient.in(open(), ann);
        ParleyClient annThere = ParleyClient.in(open(), ann);
        ParleyClient bobHere = ParleyClient.in(open(), bob);
        ParleyClient bobThere = ParleyClient.in(open(), bob);
        ParleyClient carl = ParleyClient.in(open())) {
      String secret = Fresh.words("between us");
      JsonObject echo = annHere.store("@" + bob.name(), secret);
      assertEquals(echo, annThere.await(secret));
      assertEquals(echo, bobHere.await(secret));
      assertEquals(echo, bobThere.await(secret));
      String answer = Fresh.words("yes");
      bobThere.store(echo.getString("recipient"), answer);
      annThere.await(answer);
      annHere.store("#lobby", secret + " and all");
      carl.await(secret + " and all");
      assertFalse(
          carl.heard().all().toString().contains(echo.getString("recipient")),
          "told to somebody else");
      assertFalse(carl.heard().any(ParleyClient.message(secret)));
    }
  }

  @Test
  default void bothWaysAndByIdItIsOneRoom() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      JsonObject first = ann.store("@" + bob.name(), "one");
      bob.await("one");
      JsonObject second = bob.store("@" + ann.name(), "two");
      JsonObject third = ann.store(bob.id(), "three");
      assertEquals(first.getString("recipient"), second.getString("recipient"));
      assertEquals(first.getString("recipient"), third.getString("recipient"));
      assertEquals(3, third.getInt("seq"));
    }
  }

  @Test
  default void theFirstMessageComesAfterAResetThatNamesBoth() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.store("@" + bob.name(), "good day").getString("recipient");
      bob.await("good day");
      for (ParleyClient client : Set.of(ann, bob)) {
        JsonObject told =
            client.awaitReset(other -> other.getString("id").equals(room)).getJsonObject("room");
        assertEquals("direct", told.getString("kind"));
        assertEquals(Set.of(ann.id(), bob.id()), Set.copyOf(Json.strings(told, "people")));
      }
    }
  }

  @Test
  default void whoWasAwayFindsItInTheWelcome() {
    Guest bob = Guest.called(open(), "bob");
    ParleyClient.in(open(), bob).close();
    try (ParleyClient ann = ParleyClient.in(open())) {
      String words = Fresh.words("for later");
      String room = ann.store("@" + bob.name(), words).getString("recipient");
      try (ParleyClient back = ParleyClient.in(open(), bob)) {
        JsonObject told =
            Json.objects(back.welcome(), "rooms").stream()
                .filter(other -> other.getString("id").equals(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in " + back.welcome()));
        assertEquals(Set.of(ann.id(), bob.id()), Set.copyOf(Json.strings(told, "people")));
        assertEquals(ann.id(), back.await(words).getString("sender"));
      }
    }
  }

  @Test
  default void nobodyElseCanWriteJoinOrResumeIt() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open());
        ParleyClient carl = ParleyClient.in(open())) {
      JsonObject secret = ann.store("@" + bob.name(), Fresh.words("between us"));
      String room = secret.getString("recipient");
      assertEquals("no_such_room", carl.awaitRefusal(carl.say(room, "let me in")));
      String ref = Fresh.ref();
      carl.send(Ask.join(ref, room));
      assertEquals("no_such_room", carl.awaitRefusal(ref));
      carl.send(Ask.resume(new Position(room, 0, secret.getString("mark"))));
      carl.send(Ask.presence(room, Set.of(ann.id())));
      carl.store("#lobby", Fresh.words("after"));
      assertFalse(carl.heard().any(ParleyClient.of(room)), carl.heard()::toString);
    }
  }

  @Test
  default void aNameIsFoundInAnyCase() {
    Guest bob = Guest.called(open(), "bob");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient to = ParleyClient.in(open(), bob)) {
      String words = Fresh.words("HELLO");
      ann.store("@" + bob.name().toUpperCase(Locale.ROOT), words);
      to.await(words);
    }
  }
}
