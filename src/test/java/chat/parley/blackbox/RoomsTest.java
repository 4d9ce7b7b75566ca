package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite's own eye: it must see what is broken. */
final class RoomsTest {
  private static final JsonObject MESSAGE = Golden.frame("server/message");

  private final Rooms rooms = new Rooms();

  @BeforeEach
  void comeIn() {
    rooms.apply(Golden.frame("server/welcome"));
    rooms.apply(Golden.frame("server/reset"));
  }

  @Test
  void theNextMessageIsTaken() {
    rooms.apply(MESSAGE);
    assertEquals(42, rooms.position(MESSAGE.getString("recipient")).seq());
  }

  @Test
  void aGapIsSeen() {
    assertBroken(Json.builder(MESSAGE).add("seq", 43));
  }

  @Test
  void aRepetitionIsSeen() {
    rooms.apply(MESSAGE);
    assertThrows(AssertionError.class, () -> rooms.apply(MESSAGE));
  }

  @Test
  void aMessageOfAnUnknownRoomIsSeen() {
    assertBroken(Json.builder(MESSAGE).add("recipient", "r_0000000000000000"));
  }

  @Test
  void anIdBeforeItsNameIsSeen() {
    assertBroken(Json.builder(MESSAGE).add("sender", "p_0000000000000000"));
  }

  @Test
  void aFieldThatIsMissingOrOfAnotherTypeIsSeen() {
    assertBroken(Json.builder(MESSAGE).remove("at"));
    assertBroken(Json.builder(MESSAGE).add("seq", "42"));
    assertBroken(Json.builder(MESSAGE).add("mark", "9F31D6A07C2E58B4"));
    assertBroken(Json.builder(MESSAGE).add("at", "2026-11-23T02:00:00Z"));
  }

  @Test
  void aTypeThatIsNotDocumentedIsSeen() {
    assertBroken(Json.builder(MESSAGE).add("type", "rumour"));
  }

  @Test
  void eachDocumentedFrameIsGood() {
    for (String name :
        new String[] {"message", "stored", "joined", "left", "presence", "person", "refused"}) {
      assertDoesNotThrow(() -> rooms.apply(Golden.frame("server/" + name)), name);
    }
  }

  private void assertBroken(JsonObjectBuilder frame) {
    JsonObject built = frame.build();
    assertThrows(AssertionError.class, () -> rooms.apply(built), built::toString);
  }
}
