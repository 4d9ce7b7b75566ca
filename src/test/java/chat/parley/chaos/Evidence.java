package chat.parley.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What a run leaves behind: what happened, and the rooms as they are at the end. Immutable. */
final class Evidence {
  private final List<Event> events;
  private final Map<String, RoomLog> rooms;
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, Request> requests = new HashMap<>();

  Evidence(List<Event> events, Map<String, RoomLog> rooms) {
    this.events = List.copyOf(events);
    this.rooms = Map.copyOf(rooms);
    each(Happening.Opened.class, (event, opened) -> people.put(event.client(), opened.person()));
    each(
        Happening.Asked.class,
        (event, asked) -> requests.putIfAbsent(asked.request().ref(), asked.request()));
  }

  List<Event> events() {
    return events;
  }

  /** Hands over all of a kind, in order. */
  <T extends Happening> void each(Class<T> kind, BiConsumer<Event, T> consumer) {
    for (Event event : events) {
      if (kind.isInstance(event.what())) {
        consumer.accept(event, kind.cast(event.what()));
      }
    }
  }

  Map<String, RoomLog> rooms() {
    return rooms;
  }

  /** The log of a room; an empty one if none was read. */
  RoomLog room(String id) {
    return rooms.getOrDefault(
        id, new RoomLog(id, RoomLog.Kind.PUBLIC, Set.of(), List.of(), List.of(), List.of()));
  }

  /** Who a client is, by client. */
  Map<String, String> people() {
    return Map.copyOf(people);
  }

  String person(String client) {
    return people.get(client);
  }

  /** What was first asked for under this ref. */
  Optional<Request> request(String ref) {
    return Optional.ofNullable(requests.get(ref));
  }
}
