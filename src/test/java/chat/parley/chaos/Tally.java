package chat.parley.chaos;

import chat.parley.blackbox.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the server says is unread in a room.
 *
 * @param seq the last entry read
 * @param turn how often something was taken back
 * @param asOf the last entry that was counted
 * @param threads of those with something to read, by their message
 */
record Tally(
    String room,
    int seq,
    int turn,
    int asOf,
    int unread,
    int mentions,
    Map<Integer, Thread> threads) {
  /** What is unread in a thread, after its last entry read. */
  record Thread(int seq, int unread) {}

  /** The rooms of a {@code state}. */
  static List<Tally> of(JsonObject frame) {
    return Json.objects(frame, "rooms").stream().map(Tally::ofRoom).toList();
  }

  private static Tally ofRoom(JsonObject room) {
    return new Tally(
        room.getString("room"),
        room.getInt("seq"),
        room.getInt("turn"),
        room.getInt("asOf"),
        room.getInt("unread"),
        room.getInt("mentions"),
        room.containsKey("threads") ? threads(room) : Map.of());
  }

  private static Map<Integer, Thread> threads(JsonObject room) {
    return Json.objects(room, "threads").stream()
        .collect(
            Collectors.toMap(
                it -> it.getInt("thread"),
                it -> new Thread(it.getInt("seq"), it.getInt("unread"))));
  }
}
