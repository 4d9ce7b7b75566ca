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
      assertEquals("hello, and", noted(desk, "draft:here"));
      assertEquals("hello, and", noted(phone, "draft:here"));
      try (ParleyClient later = ParleyClient.in(open(), guest)) {
        assertEquals("hello, and", noted(later, "draft:here"));
      }
    }
  }

  /** Waits until a client is told a note of this key, and tells what it says. */
  private static String noted(ParleyClient client, String key) {
    JsonObject told =
        client.heard().await("a note", type("notes").and(it -> !values(it, key).isEmpty()));
    return values(told, key).get(0);
  }

  private static List<String> values(JsonObject told, String key) {
    return Json.objects(told, "notes").stream()
        .filter(it -> it.getString("key").equals(key))
        .map(it -> it.getString("value"))
        .toList();
  }
}
