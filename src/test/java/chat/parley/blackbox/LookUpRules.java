package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.ref;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked about rooms: which there are, who is in one, and where somebody was named. */
interface LookUpRules extends Host {
  @Test
  default void publicRoomsAreFoundByWhoIsNotInThem() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      String query = Fresh.ref();
      bob.send(Ask.rooms(query, name.substring(1).toUpperCase()));
      JsonObject answer = bob.heard().await("the rooms", type("rooms").and(ref(query)));
      JsonObject found = Json.objects(answer, "rooms").get(0);
      assertEquals(room, found.getJsonObject("room").getString("id"));
      assertEquals(1, found.getInt("members"));
    }
  }

  @Test
  default void membersAreToldToMembersOfAPrivateRoomAndToNobodyElse() {
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open());
        ParleyClient cem = ParleyClient.in(open())) {
      String room = ann.hide(Fresh.words("plans"));
      ann.bring(bob, room);
      String asked = Fresh.ref();
      bob.send(Ask.members(asked, room));
      JsonObject answer = bob.heard().await("the members", type("members").and(ref(asked)));
      assertEquals(2, answer.getInt("count"));
      assertTrue(
          Json.strings(answer, "members").containsAll(List.of(ann.id(), bob.id())),
          answer::toString);
      assertEquals("no_such_room", cem.refusal(Ask.members(Fresh.ref(), room)));
    }
  }

  @Test
  default void whereOneWasNamedIsToldOverAllRooms() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String tea = ann.join(name);
      bob.join(name);
      int first = ann.store(name, "@" + bob.name() + "?").getInt("seq");
      int root = ann.store("#lobby", Fresh.words("look")).getInt("seq");
      JsonObject reply = ann.enter(Ask.reply(Fresh.ref(), "#lobby", "here, @" + bob.name(), root));
      String asked = Fresh.ref();
      bob.send(Ask.mentions(asked));
      List<JsonObject> mentions =
          Json.objects(
              bob.heard().await("the mentions", type("mentions").and(ref(asked))), "mentions");
      assertEquals(reply.getInt("seq"), mentions.get(0).getInt("seq"));
      assertEquals(root, mentions.get(0).getInt("thread"));
      assertEquals(ann.id(), mentions.get(0).getString("sender"));
      assertTrue(
          mentions.stream()
              .anyMatch(it -> it.getString("room").equals(tea) && it.getInt("seq") == first));
    }
  }
}
