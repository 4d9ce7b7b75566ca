package chat.parley.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far each client has heard each room, event by event. Single-threaded. */
final class Holdings {
  /** The last entry heard. */
  record Held(int seq, String mark) {}

  private final Map<String, Map<String, Held>> clients = new HashMap<>();

  /** What a client holds of a room by what was applied so far. */
  Optional<Held> of(String client, String room) {
    return Optional.ofNullable(rooms(client).get(room));
  }

  private Map<String, Held> rooms(String client) {
    return clients.computeIfAbsent(client, name -> new HashMap<>());
  }

  void apply(Event event) {
    Map<String, Held> rooms = rooms(event.client());
    if (event.what() instanceof Happening.Opened opened) {
      rooms.keySet().retainAll(opened.rooms());
    } else if (event.what() instanceof Happening.Reset reset) {
      rooms.put(reset.room(), new Held(reset.seq(), reset.mark()));
    } else if (event.what() instanceof Happening.Told told) {
      rooms.put(told.entry().room(), new Held(told.entry().seq(), told.entry().mark()));
    } else if (event.what() instanceof Happening.Left left) {
      rooms.remove(left.room());
    }
  }
}
