package chat.parley.blackbox;

import jakarta.json.JsonObject;

/** How far a client has heard a room. */
public record Position(String room, int seq, String mark) {
  /** The position of a {@code message} or {@code reset}: what it leaves the client at. */
  public static Position of(JsonObject frame) {
    return new Position(frame.getString("recipient"), frame.getInt("seq"), frame.getString("mark"));
  }

  /** The end of a room, as {@code welcome} and {@code reset} tell it. */
  public static Position end(JsonObject room) {
    return new Position(room.getString("id"), room.getInt("seq"), room.getString("mark"));
  }

  JsonObject json() {
    return Json.builder().add("room", room).add("seq", seq).add("mark", mark).build();
  }
}
