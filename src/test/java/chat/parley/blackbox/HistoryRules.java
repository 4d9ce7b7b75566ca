package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.ref;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading what was said before. */
interface HistoryRules extends Host {
  private static JsonObject page(ParleyClient client, String room, String field, Object value) {
    String ref = Fresh.ref();
    client.send(Ask.page(ref, room, 20, field, value));
    return client.heard().await("the page", type("page").and(ref(ref)));
  }

  private static List<String> contents(JsonObject page) {
    return Json.objects(page, "entries").stream()
        .filter(type("message"))
        .map(entry -> entry.getString("content", "gone"))
        .toList();
  }

  @Test
  default void aRoomIsReadToItsFirstMessageAndBack() {
    String name = Fresh.room("tea");
    List<String> said = new ArrayList<>();
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      for (int i = 0; i < 95; i++) {
        said.add("number " + i);
        ann.store(name, said.get(i));
      }
      List<String> read = new ArrayList<>();
      JsonObject page = page(bob, name, "around", 1_000_000);
      assertEquals(room, page.getString("recipient"));
      assertFalse(page.containsKey("after"));
      read.addAll(0, contents(page));
      while (page.containsKey("before")) {
        page = page(bob, name, "before", page.getInt("before"));
        read.addAll(0, contents(page));
      }
      assertEquals(said, read);
      assertEquals("membership", Json.objects(page, "entries").get(0).getString("type"));
      read.clear();
      read.addAll(contents(page));
      while (page.containsKey("after")) {
        page = page(bob, name, "after", page.getInt("after"));
        read.addAll(contents(page));
      }
      assertEquals(said, read);
    }
  }

  @Test
  default void aMessageIsFoundWithWhatStandsAroundItAndByItsTime() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      ann.join(name);
      List<JsonObject> said = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        said.add(ann.store(name, "number " + i));
      }
      JsonObject around = page(ann, name, "around", said.get(30).getInt("seq"));
      assertEquals(20, contents(around).size());
      assertEquals("number 30", contents(around).get(10));
      assertTrue(around.containsKey("before") && around.containsKey("after"));
      JsonObject early = page(ann, name, "date", "2000-01-01T00:00:00Z");
      assertEquals("number 0", contents(early).get(0));
    }
  }

  @Test
  default void aPageTellsWhatBecameOfMessages() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      int first = ann.store(name, "first").getInt("seq");
      int second = ann.store(name, "second").getInt("seq");
      bob.enter(Ask.reply(Fresh.ref(), room, "a reply", first));
      bob.enter(Ask.reaction(Fresh.ref(), room, first, "🍰", true));
      bob.enter(Ask.pin(Fresh.ref(), room, first, true));
      ann.enter(Ask.edit(Fresh.ref(), room, first, "edited"));
      JsonObject last = ann.enter(Ask.delete(Fresh.ref(), room, second));
      JsonObject page = page(ann, name, "before", 1000);
      assertEquals(List.of("edited", "gone"), contents(page));
      assertTrue(page.getInt("asOf") >= last.getInt("seq"));
      JsonObject reaction = Json.objects(page, "reactions").get(0);
      assertEquals("🍰", reaction.getString("emoji"));
      assertEquals(List.of(bob.id()), Json.strings(reaction, "people"));
      assertFalse(reaction.containsKey("mine"));
      assertEquals(1, Json.objects(page, "replies").get(0).getInt("count"));
      assertTrue(Json.objects(page, "replies").get(0).containsKey("at"));
      assertEquals(List.of("edited", "a reply"), contents(page(ann, name, "thread", first)));
      assertEquals(List.of("edited"), contents(page(ann, name, "pinned", true)));
    }
  }

  @Test
  default void manyPagesAreAnsweredInTheOrderOfAsking() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      ann.join(name);
      for (int i = 0; i < 30; i++) {
        ann.store(name, "x".repeat(7000));
      }
      List<String> refs = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        refs.add(Fresh.ref());
        ann.send(Ask.page(refs.get(i), name, 20, "before", 30));
      }
      ann.heard().await("the last page", type("page").and(ref(refs.get(14))));
      assertEquals(
          refs,
          ann.heard().all().stream()
              .filter(type("page"))
              .map(page -> page.getString("ref"))
              .toList());
    }
  }

  @Test
  default void whatCanNotBeAPageIsRefused() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open());
        ParleyClient carl = ParleyClient.in(open())) {
      String room = ann.store("@" + bob.name(), "between us").getString("recipient");
      assertEquals("no_such_room", carl.refusal(Ask.page(Fresh.ref(), room, 20, "before", 9)));
      assertEquals(
          "no_such_room", ann.refusal(Ask.page(Fresh.ref(), Fresh.room("x"), 20, "before", 9)));
      assertEquals("malformed", ann.refusal(Ask.page(Fresh.ref(), room, 101, "before", 9)));
      assertEquals("malformed", ann.refusal(Ask.page(Fresh.ref(), room, 0, "before", 9)));
      assertEquals("malformed", ann.refusal(Ask.page(Fresh.ref(), room, 20, "date", "today")));
      assertEquals(
          "bad_name", ann.refusal(Ask.page(Fresh.ref(), "@" + bob.name(), 20, "before", 9)));
    }
  }
}
