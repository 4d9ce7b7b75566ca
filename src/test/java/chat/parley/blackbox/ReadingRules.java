package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is unread, on each device of a person. */
interface ReadingRules extends Host {
  @Test
  default void whatIsReadOnOneDeviceIsReadOnTheOthers() {
    Guest guest = Guest.called(open(), "bob");
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient phone = ParleyClient.in(open(), guest);
        ParleyClient desk = ParleyClient.in(open(), guest)) {
      String room = ann.join(name);
      phone.join(name);
      ann.store(name, "one");
      ann.store(name, "two, @" + phone.name());
      int last = ann.store(name, "three").getInt("seq");
      desk.await("three");
      phone.send(Ask.unread(room, last - 1));
      for (ParleyClient device : new ParleyClient[] {phone, desk}) {
        JsonObject told = state(device, room, it -> it.getInt("turn") == 1);
        assertEquals(2, told.getInt("unread"));
        assertEquals(1, told.getInt("mentions"));
      }
      desk.send(Ask.read(room, last));
      assertEquals(0, state(phone, room, it -> it.getInt("seq") == last).getInt("unread"));
    }
  }

  @Test
  default void whoComesBackIsToldWhatIsUnread() {
    Guest guest = Guest.called(open(), "bob");
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      int root;
      try (ParleyClient bob = ParleyClient.in(open(), guest)) {
        bob.join(name);
        root = bob.store(name, "who comes?").getInt("seq");
      }
      ann.store(name, "one");
      int gone = ann.store(name, "two").getInt("seq");
      int reply = ann.enter(Ask.reply(Fresh.ref(), room, "I do", root)).getInt("seq");
      ann.enter(Ask.delete(Fresh.ref(), room, gone));
      ann.enter(Ask.reaction(Fresh.ref(), room, root, "🍰", true));
      try (ParleyClient bob = ParleyClient.in(open(), guest)) {
        JsonObject told = state(bob, room, it -> true);
        assertEquals(1, told.getInt("unread"));
        JsonObject thread = Json.objects(told, "threads").get(0);
        assertEquals(root, thread.getInt("thread"));
        assertEquals(1, thread.getInt("unread"));
        bob.send(Ask.readThread(room, reply, root));
        state(bob, room, it -> !it.containsKey("threads"));
      }
    }
  }

  /** Waits until a client is told such a state of a room. */
  private static JsonObject state(ParleyClient client, String room, Predicate<JsonObject> which) {
    Predicate<JsonObject> wanted = which.and(it -> it.getString("room").equals(room));
    JsonObject state =
        client
            .heard()
            .await(
                "what is unread",
                type("state").and(it -> Json.objects(it, "rooms").stream().anyMatch(wanted)));
    return Json.objects(state, "rooms").stream().filter(wanted).findFirst().orElseThrow();
  }
}
