package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client without a subprotocol is promised: the tutorial's chat. */
interface PlainRules extends Host {
  @Test
  default void whatOneSaysBothHear() {
    Guest ann = Guest.called(open(), "ann");
    try (PlainClient first = PlainClient.in(open(), ann);
        PlainClient second = PlainClient.in(open())) {
      String hello = Fresh.words("hello");
      first.say(hello);
      JsonObject expected = Json.builder().add("content", hello).add("sender", ann.name()).build();
      assertEquals(expected, first.await(hello));
      assertEquals(expected, second.await(hello));
    }
  }

  @Test
  default void anOrdinaryClientIsServedToo() {
    try (JdkClient first = JdkClient.in(open());
        JdkClient second = JdkClient.in(open())) {
      String here = Fresh.words("here");
      second.say(here);
      second.await(here);
      String hello = Fresh.words("hello");
      first.say(hello);
      assertEquals(first.await(hello), second.await(hello));
    }
  }

  @Test
  default void comingAndGoingIsToldToTheOthersOnly() {
    try (PlainClient stays = PlainClient.in(open())) {
      stays.awaitQuiet();
      PlainClient comes = PlainClient.in(open());
      stays.await(PlainClient.CONNECTED);
      comes.sync();
      comes.close();
      stays.await(PlainClient.DISCONNECTED);
      assertFalse(comes.contents().contains(PlainClient.CONNECTED));
      assertFalse(comes.contents().contains(PlainClient.DISCONNECTED));
      stays.awaitQuiet();
      assertEquals(1, stays.contents().stream().filter(PlainClient.CONNECTED::equals).count());
      assertEquals(1, stays.contents().stream().filter(PlainClient.DISCONNECTED::equals).count());
    }
  }

  @Test
  default void aNoticeIsTheContentAlone() {
    try (PlainClient stays = PlainClient.in(open())) {
      stays.awaitQuiet();
      PlainClient.in(open()).close();
      assertEquals(Golden.frame("plain/connected"), stays.await(PlainClient.CONNECTED));
      assertEquals(Golden.frame("plain/disconnected"), stays.await(PlainClient.DISCONNECTED));
    }
  }

  @Test
  default void textThatOnlyLooksLikeJsonIsContent() {
    List<String> texts =
        List.of(
            "{\"content\":5,\"n\":\"%s\"}",
            "{\"text\":\"hello %s\"}",
            "[\"%s\"]",
            "\"%s\"",
            "{bad %s",
            "{\"content\":\"a\"} %s",
            "/A new socket has connected. %s",
            "  spaces around %s  ",
            "<b onclick=\"x\">%s</b> \\u0041 \t \uD83D\uDE00 \u0627\u0644");
    try (PlainClient ann = PlainClient.in(open());
        PlainClient bob = PlainClient.in(open())) {
      for (String text : texts) {
        String content = text.replace("%s", Fresh.words("x"));
        ann.say(content);
        bob.await(content);
      }
    }
  }

  @Test
  default void anObjectWithContentIsAMessage() {
    try (PlainClient ann = PlainClient.in(open());
        PlainClient bob = PlainClient.in(open())) {
      String words = Fresh.words("in an object");
      ann.say(" {\"unknown\":[1,{}],\"content\":\"" + words + "\"} ");
      assertTrue(bob.await(words).containsKey("sender"));
    }
  }

  @Test
  default void whatIsSaidToAPersonReachesThemAlone() {
    Guest ann = Guest.called(open(), "ann");
    Guest bob = Guest.called(open(), "bob");
    try (PlainClient from = PlainClient.in(open(), ann);
        PlainClient to = PlainClient.in(open(), bob);
        PlainClient other = PlainClient.in(open())) {
      String words = Fresh.words("psst");
      String recipient = "@" + bob.name();
      from.say(Json.builder().add("content", words).add("recipient", recipient).build().toString());
      JsonObject said = to.await(words);
      assertEquals(ann.name(), said.getString("sender"));
      assertEquals(recipient, said.getString("recipient"));
      from.sync();
      other.sync();
      assertFalse(other.contents().contains(words));
    }
  }

  @Test
  default void bothFormatsMeetInTheLobby() {
    try (PlainClient ann = PlainClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String fromAnn = Fresh.words("from ann");
      ann.say(fromAnn);
      JsonObject heard = bob.await(fromAnn);
      assertEquals(
          ann.await(fromAnn).getString("sender"), bob.rooms().name(heard.getString("sender")));
      String fromBob = Fresh.words("from bob");
      bob.store("#lobby", fromBob);
      assertEquals(bob.name(), ann.await(fromBob).getString("sender"));
    }
  }

  @Test
  default void aRefusalIsANoticeToTheOneRefused() {
    try (PlainClient ann = PlainClient.in(open())) {
      ann.say("a".repeat(8001));
      ann.heard().await("a refusal", Golden.frame("plain/refused")::equals);
      ann.say(" \n ");
      ann.heard().await("a refusal", PlainRules::isRefusal);
      ann.say("{\"content\":\"hi\",\"recipient\":\"@" + Fresh.name("nobody") + "\"}");
      ann.heard().await("a refusal", PlainRules::isRefusal);
      ann.sync();
    }
  }

  @Test
  default void noticesComeAtAPaceThatCanBeRead() {
    int many = 60;
    try (PlainClient stays = PlainClient.in(withLimits())) {
      stays.awaitQuiet();
      long start = System.nanoTime();
      List<PlainClient> crowd = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        crowd.add(PlainClient.opened(Handshake.to(withLimits())));
      }
      crowd.forEach(PlainClient::close);
      stays.awaitQuiet();
      double seconds = (System.nanoTime() - start) / 1e9;
      long notices = stays.contents().stream().filter(text -> text.startsWith("/A ")).count();
      assertTrue(notices >= 1, "no notice at all");
      assertTrue(notices <= 20 * (seconds + 1), notices + " notices in " + seconds + " s");
    }
  }

  private static boolean isRefusal(JsonObject object) {
    String content = object.getString("content");
    boolean notice =
        content.equals(PlainClient.CONNECTED) || content.equals(PlainClient.DISCONNECTED);
    return content.startsWith("/") && !notice && !object.containsKey("sender");
  }
}
