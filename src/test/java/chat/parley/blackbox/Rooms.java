package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client of {@code parley.v1} holds, and the promises that it checks on each frame:
 * documented shape, sequences without a gap, names before ids. Single-threaded.
 */
final class Rooms {
  private final Map<String, Position> positions = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Takes a frame in; fails if it breaks a promise. */
  void apply(JsonObject frame) {
    Golden.check(frame);
    switch (frame.getString("type")) {
      case "welcome" -> welcome(frame);
      case "person" -> name(frame);
      case "reset" -> reset(frame);
      case "message", "edit", "delete", "reaction", "pin", "settings", "membership" -> entry(frame);
      case "invitations" -> Json.objects(frame, "people").forEach(this::name);
      case "joined", "left" -> known(frame, frame.getString("person"));
      case "presence" -> Json.strings(frame, "here").forEach(person -> known(frame, person));
      default -> {}
    }
  }

  /** Forgets what it holds of these rooms, as far as it goes beyond these positions. */
  void rewind(Position... held) {
    for (Position position : held) {
      positions.put(position.room(), position);
    }
  }

  /** How far a room was heard; fails if it wasn't. */
  Position position(String room) {
    Position position = positions.get(room);
    assertNotNull(position, () -> "nothing was heard of " + room);
    return position;
  }

  boolean holds(Position end) {
    Position position = positions.get(end.room());
    return position != null && position.seq() >= end.seq();
  }

  String name(String person) {
    return names.get(person);
  }

  private void welcome(JsonObject frame) {
    name(frame.getJsonObject("person"));
    Json.objects(frame, "people").forEach(this::name);
  }

  private void name(JsonObject person) {
    names.put(person.getString("id"), person.getString("name"));
  }

  private void reset(JsonObject frame) {
    Position end = Position.end(frame.getJsonObject("room"));
    assertEquals(frame.getString("recipient"), end.room(), () -> "two rooms in " + frame);
    assertTrue(frame.getInt("seq") <= end.seq(), () -> "beyond its own end: " + frame);
    assertTrue(
        frame.getInt("first") <= frame.getInt("seq") + 1, () -> "before its own first: " + frame);
    positions.put(end.room(), Position.of(frame));
  }

  private void entry(JsonObject frame) {
    Position position = positions.get(frame.getString("recipient"));
    assertNotNull(position, () -> "an entry of a room of which nothing was told: " + frame);
    assertEquals(
        position.seq() + 1,
        frame.getInt("seq"),
        () -> "not the next after " + position + ": " + frame);
    assertTrue(frame.getString("mark").matches("[0-9a-f]{16}"), () -> "mark of " + frame);
    assertTrue(
        frame.getString("at").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
        () -> "time of " + frame);
    known(frame, frame.getString("sender"));
    if (frame.containsKey("person")) {
      known(frame, frame.getString("person"));
    }
    positions.put(position.room(), Position.of(frame));
  }

  private void known(JsonObject frame, String person) {
    assertTrue(
        names.containsKey(person), () -> "the name of " + person + " was not told before " + frame);
  }
}
