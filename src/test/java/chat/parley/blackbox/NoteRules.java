package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person's clients keep for all of their devices. */
interface NoteRules extends Host {
  @Test
  default void whatIsNotedOnOneDeviceIsOnTheOthersAndOnThoseThatComeLater() {
    Guest guest = Guest.called(open(), "bob");
    try (ParleyClient phone = ParleyClient.in(open(), guest);
        ParleyClient desk = ParleyClient.in(open(), guest)) {
      phone.send(Ask.note("draft:here", "hello, an"));
      phone.send(Ask.note("draft:here", "hello, and"));
      awaitNote(desk, "draft:here", "hello, and");
      awaitNote(phone, "draft:here", "hello, and");
      try (ParleyClient later = ParleyClient.in(open(), guest)) {
        assertEquals(List.of("hello, and"), noted(later, "draft:here"));
      }
    }
  }

  /** Waits until a client is told that a note says this; it may be told what it said before. */
  private static void awaitNote(ParleyClient client, String key, String value) {
    client.heard().await("the note", type("notes").and(it -> values(it, key).contains(value)));
  }

  /** What a client is told first of a note. */
  private static List<String> noted(ParleyClient client, String key) {
    return values(
        client.heard().await("a note", type("notes").and(it -> !values(it, key).isEmpty())), key);
  }

  private static List<String> values(JsonObject told, String key) {
    return Json.objects(told, "notes").stream()
        .filter(it -> it.getString("key").equals(key))
        .map(it -> it.getString("value"))
        .toList();
  }
}
