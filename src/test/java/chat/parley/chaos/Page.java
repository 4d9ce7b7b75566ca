package chat.parley.chaos;

import chat.parley.blackbox.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of a room's history as it was told.
 *
 * @param asOf the entry after which it is true
 * @param reactions how many set which sign, under {@code target sign}
 * @param replies how many there are, by message
 * @param before the seq to ask for what lies before; 0 if there is nothing
 */
record Page(
    String ref,
    String room,
    int asOf,
    List<Entry> entries,
    Map<String, Integer> reactions,
    Map<Integer, Integer> replies,
    int before) {
  static Page of(JsonObject frame) {
    return new Page(
        frame.getString("ref"),
        frame.getString("recipient"),
        frame.getInt("asOf"),
        Json.objects(frame, "entries").stream().map(Entry::of).toList(),
        objects(frame, "reactions").stream()
            .collect(
                Collectors.toMap(
                    it -> it.getInt("target") + " " + it.getString("emoji"),
                    it -> it.getInt("count"))),
        objects(frame, "replies").stream()
            .collect(Collectors.toMap(it -> it.getInt("thread"), it -> it.getInt("count"))),
        frame.getInt("before", 0));
  }

  private static List<JsonObject> objects(JsonObject frame, String key) {
    JsonArray array = frame.getJsonArray(key);
    return array == null ? List.of() : array.getValuesAs(JsonObject.class);
  }
}
