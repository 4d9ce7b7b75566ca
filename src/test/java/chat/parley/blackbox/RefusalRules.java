package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused, by which code, and that nothing else comes of it. */
interface RefusalRules extends Host {
  @Test
  default void aRefusalSaysWhatWasRefusedAndWhy() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      String ref = ann.say("#lobby", "a".repeat(8001));
      JsonObject refused = ann.heard().await("refused", ParleyClient.type("refused"));
      assertEquals(ref, refused.getString("ref"));
      assertEquals("too_long", refused.getString("code"));
      assertTrue(refused.getString("text").contains("8000"), refused::toString);
      assertTrue(refused.getString("text").contains("8001"), refused::toString);
    }
  }

  @Test
  default void aRefNeedsOneToSixtyFourOfTheAllowedCharacters() {
    List<String> refs =
        List.of("", " ", "a b", "x".repeat(65), "\u00e9", "a/b", "a\"b", "a\nb", "{}");
    try (ParleyClient ann = ParleyClient.in(open())) {
      for (String ref : refs) {
        assertRefused(ann, "bad_ref", Ask.message(ref, "#lobby", "with a bad ref"));
        assertRefused(ann, "bad_ref", Ask.join(ref, Fresh.room("tea")));
      }
      assertRefused(
          ann,
          "bad_ref",
          "{\"type\":\"message\",\"recipient\":\"#lobby\",\"content\":\"without a ref\"}");
    }
  }

  @Test
  default void aNameThatCannotExistIsRefused() {
    List<String> names =
        List.of(
            "",
            " ",
            "a b",
            "-a",
            ".a",
            "_a",
            "a/b",
            "a#b",
            "a@b",
            "<b>",
            "x".repeat(41),
            "p\u0430ypal",
            "\u03b1lpha",
            "a\u200bb",
            "a\u202eb",
            "\uD83D\uDE00",
            "\u0301a",
            "a\u0000b");
    try (ParleyClient ann = ParleyClient.in(open())) {
      for (String name : names) {
        assertRefused(ann, "bad_name", Ask.join(Fresh.ref(), "#" + name));
        assertRefused(ann, "bad_name", Ask.message(Fresh.ref(), "@" + name, "good day"));
      }
    }
  }

  @Test
  default void aNameInAnyScriptIsGood() {
    String end = "-" + Fresh.ref().replaceAll("[^0-9]", "");
    try (ParleyClient ann = ParleyClient.in(open())) {
      for (String name :
          List.of(
              "#\u8336" + end,
              "#\u0447\u0430\u0439" + end,
              "#\u0634\u0627\u064a" + end,
              "#th\u00e9.v2" + end)) {
        ann.join(name);
        ann.store(name, "good day");
      }
    }
  }

  @Test
  default void aMessageNeedsAVisibleCharacter() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      for (String content :
          List.of("", " ", "\n\t \r\n", "\u00a0\u2003\u3000", "\u200b\u2060\ufeff")) {
        assertRefused(ann, "empty", Ask.message(Fresh.ref(), "#lobby", content));
      }
    }
  }

  @Test
  default void nobodyIsWhereThereIsNoRoomOrPerson() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      assertRefused(
          ann, "no_such_room", Ask.message(Fresh.ref(), Fresh.room("nowhere"), "good day"));
      assertRefused(
          ann, "no_such_room", Ask.message(Fresh.ref(), "r_0000000000000000", "good day"));
      assertRefused(ann, "no_such_room", Ask.join(Fresh.ref(), "r_0000000000000000"));
      assertRefused(ann, "no_such_room", Ask.leave(Fresh.ref(), Fresh.room("nowhere")));
      assertRefused(
          ann, "no_such_person", Ask.message(Fresh.ref(), "@" + Fresh.name("nobody"), "good day"));
      assertRefused(
          ann, "no_such_person", Ask.message(Fresh.ref(), "p_0000000000000000", "good day"));
    }
  }

  @Test
  default void anAddressOfNoKindIsRefused() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      for (String recipient : List.of("", "lobby", "r_", "p_x", "#lobby,#tea", "*", "all")) {
        String ref = Fresh.ref();
        ann.send(Ask.message(ref, recipient, "good day"));
        ann.awaitRefusal(ref);
      }
      ann.store("#lobby", Fresh.words("healthy"));
    }
  }

  @Test
  default void onlyTheRefusedOneIsTold() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      ann.join(name);
      bob.join(name);
      assertRefused(ann, "empty", Ask.message(Fresh.ref(), name, " "));
      assertEquals(3, ann.store(name, "good day").getInt("seq"));
      bob.await("good day");
      assertTrue(!bob.heard().any(ParleyClient.type("refused")), bob.heard()::toString);
    }
  }

  @Test
  default void whatIsNotAFrameIsMalformed() {

    try (ParleyClient ann = ParleyClient.in(open())) {
      for (String frame : BadFrames.documented()) {
        assertRefused(ann, "malformed", frame);
      }
      ann.store("#lobby", Fresh.words("healthy"));
    }
  }

  @Test
  default void nestingIsReadToABound() {
    try (ParleyClient ann = ParleyClient.in(open())) {
      for (String pair : List.of("[]", "{\"a\":}")) {
        ann.send(BadFrames.nested(10, pair));
        ann.heard().await("pong", ParleyClient.type("pong"));
        for (int depth : List.of(20, 200, 8_000)) {
          assertRefused(ann, "malformed", BadFrames.nested(depth, pair));
        }
      }
      ann.send("{\"type\":\"ping\",\"x\":" + "[".repeat(60_000));
      ann.heard().await("refused", ParleyClient.type("refused"));
      ann.store("#lobby", Fresh.words("healthy"));
    }
  }

  @Test
  default void seededBadInputLeavesTheConnectionHealthy() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      int sent = 0;
      for (String frame : BadFrames.seeded(20261123, 600)) {
        ann.send(frame);
        sent++;
        if (sent % 50 == 0) {
          ann.sync();
        }
      }
      assertTrue(
          ann.heard().all().stream().filter(ParleyClient.type("refused")).count() > 300,
          "hardly any was bad");
      String words = Fresh.words("healthy");
      ann.store("#lobby", words);
      bob.await(words);
    }
  }

  private static void assertRefused(ParleyClient client, String code, String frame) {
    client.send(frame);
    JsonObject refused =
        client.heard().await(code + " for " + shortened(frame), ParleyClient.type("refused"));
    assertEquals(code, refused.getString("code"), () -> refused + " for " + shortened(frame));
  }

  private static String shortened(String frame) {
    return frame.length() <= 200 ? frame : frame.substring(0, 200) + "…";
  }
}
