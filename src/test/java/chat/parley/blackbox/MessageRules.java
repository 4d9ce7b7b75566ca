package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a message. That each one's seq is the next, {@link Rooms} checks everywhere. */
interface MessageRules extends Host {
  @Test
  default void itComesBackToEveryoneAlsoItsSender() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      String ref = ann.say(name, "good day");
      JsonObject echo = ann.heard().await("its own message", ParleyClient.ref(ref));
      assertEquals(echo, bob.await("good day"));
      assertEquals(room, echo.getString("recipient"));
      assertEquals(ann.id(), echo.getString("sender"));
      assertEquals("good day", echo.getString("content"));
      assertEquals(3, echo.getInt("seq"), "after the joining of both");
    }
  }

  @Test
  default void everyoneHearsOneOrder() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      for (int i = 0; i < 100; i++) {
        ann.say(name, "ann " + i);
        bob.say(name, "bob " + i);
      }
      ann.heard().awaitUntil("200 messages", () -> ann.messages(room).size() == 200);
      bob.heard().awaitUntil("200 messages", () -> bob.messages(room).size() == 200);
      assertEquals(ann.messages(room), bob.messages(room));
      for (ParleyClient sender : List.of(ann, bob)) {
        List<String> own =
            ann.messages(room).stream()
                .filter(message -> message.getString("sender").equals(sender.id()))
                .map(message -> message.getString("content").substring(4))
                .toList();
        assertEquals(100, own.size());
        for (int i = 0; i < own.size(); i++) {
          assertEquals(Integer.toString(i), own.get(i), "not in the order in which it was sent");
        }
      }
    }
  }

  @Test
  default void theChainOfMarksNeverRepeats() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      for (int i = 0; i < 20; i++) {
        ann.store(name, "the same words");
      }
      assertEquals(
          20,
          ann.messages(room).stream().map(message -> message.getString("mark")).distinct().count());
    }
  }

  @Test
  default void theSameRefAgainIsStoredOnce() {
    Guest guest = Guest.called(open(), "ann");
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open(), guest);
        ParleyClient tab = ParleyClient.in(open(), guest)) {
      String room = ann.join(name);
      tab.awaitReset(other -> other.getString("id").equals(room));
      JsonObject first = ann.store(name, "once");
      String ref = first.getString("ref");
      ann.send(Ask.message(ref, name, "once"));
      JsonObject stored = ann.heard().await("stored", ParleyClient.type("stored"));
      assertEquals(ref, stored.getString("ref"));
      assertEquals(room, stored.getString("recipient"));
      assertEquals(first.getInt("seq"), stored.getInt("seq"));
      assertEquals(first.getString("at"), stored.getString("at"));
      assertEquals(3, ann.store(name, "next").getInt("seq"));
      tab.await("next");
      assertTrue(!tab.heard().any(ParleyClient.type("stored")), "another connection was answered");
    }
  }

  @Test
  default void theSameRefAtOnceIsStoredOnce() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      String ref = Fresh.ref();
      for (int i = 0; i < 10; i++) {
        ann.send(Ask.message(ref, name, "once"));
      }
      assertEquals(3, ann.store(name, "next").getInt("seq"));
      for (int i = 0; i < 9; i++) {
        ann.heard().await("stored", ParleyClient.type("stored").and(ParleyClient.ref(ref)));
      }
      assertEquals(2, ann.messages(room).size());
    }
  }

  @Test
  default void aRefIsForOneContent() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      ann.join(name);
      String ref = ann.store(name, "this").getString("ref");
      ann.send(Ask.message(ref, name, "that"));
      assertEquals("ref_reused", ann.awaitRefusal(ref));
      assertEquals(3, ann.store(name, "next").getInt("seq"));
    }
  }

  @Test
  default void aRefIsOfOneSenderInOneRoom() {
    String tea = Fresh.room("tea");
    String milk = Fresh.room("milk");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      ann.join(tea);
      ann.join(milk);
      bob.join(tea);
      String ref = Fresh.ref();
      ann.send(Ask.message(ref, tea, "one"));
      ann.await("one");
      bob.send(Ask.message(ref, tea, "two"));
      assertEquals(4, bob.await("two").getInt("seq"));
      ann.send(Ask.message(ref, milk, "three"));
      assertEquals(2, ann.await("three").getInt("seq"));
    }
  }

  @Test
  default void aRefMayHaveEachAllowedCharacter() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      String letters = Fresh.ref().substring(0, 16);
      for (String ref : List.of("AZaz09-_.:~" + letters, "x".repeat(48) + letters)) {
        ann.send(Ask.message(ref, "#lobby", "with a ref"));
        ann.heard()
            .await("its own message", ParleyClient.type("message").and(ParleyClient.ref(ref)));
      }
    }
  }

  @Test
  default void whatIsWrittenIsWhatIsRead() {
    List<String> contents =
        List.of(
            "two\nlines\r\n\tand a tab",
            "<script>alert(1)</script> & \"quotes\" 'too' \\ / \\u0041",
            "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 e\u0301 \u202Eabc\u202C \u05D0\u0627\u4E2D",
            "controls \u0001\u001f\u007f\u0085\u2028\u2029\ufeff",
            "  spaces around  ",
            "{\"type\":\"message\",\"content\":\"nested\"}");
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      ann.join(name);
      bob.join(name);
      for (String content : contents) {
        ann.store(name, content);
        bob.await(content);
      }
    }
  }

  @Test
  default void halfACharacterHurtsNobody() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      ann.join(name);
      bob.join(name);
      String ref = Fresh.ref();
      ann.send(Ask.message(ref, name, "half HALF").replace("HALF", "\\ud83d"));
      ann.heard().await("an answer", ParleyClient.ref(ref));
      ann.store(name, "healthy");
      bob.await("healthy");
    }
  }

  @Test
  default void aRoomMayBeNamedByItsId() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      assertEquals(room, ann.store(room, "by its id").getString("recipient"));
    }
  }

  @Test
  default void unknownFieldsAndTypesAreIgnored() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      ann.join(name);
      ann.send("{\"type\":\"" + Fresh.name("future") + "\",\"ref\":\"x\",\"recipient\":[1]}");
      String ref = Fresh.ref();
      String frame = Ask.message(ref, name, "good day");
      ann.send(
          "{\"colour\":{\"red\":[1,2,null]},\"sender\":\"somebody else\",\"seq\":99,"
              + frame.substring(1));
      JsonObject echo = ann.await("good day");
      assertEquals(ann.id(), echo.getString("sender"));
      assertNotEquals(99, echo.getInt("seq"));
      ann.sync();
      assertTrue(!ann.heard().any(ParleyClient.type("refused")), ann.heard()::toString);
    }
  }
}
