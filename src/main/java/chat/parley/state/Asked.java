package chat.parley.state;

import chat.parley.message.PersonId;
import chat.parley.room.Room;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who is to be told of which rooms, first come, first served. Thread-safe: guarded by this. */
final class Asked {
  private final Map<PersonId, Set<Room>> rooms = new LinkedHashMap<>();

  synchronized void add(PersonId person, Room room) {
    rooms.computeIfAbsent(person, id -> new HashSet<>()).add(room);
  }

  /** The next ones: so many rooms of people at most, where that is not one person's alone. */
  synchronized Map<PersonId, Set<Room>> take(int most) {
    Map<PersonId, Set<Room>> taken = new LinkedHashMap<>();
    int count = 0;
    Iterator<Map.Entry<PersonId, Set<Room>>> next = rooms.entrySet().iterator();
    while (next.hasNext()) {
      Map.Entry<PersonId, Set<Room>> entry = next.next();
      count += entry.getValue().size();
      if (count > most && !taken.isEmpty()) {
        return taken;
      }
      taken.put(entry.getKey(), entry.getValue());
      next.remove();
    }
    return taken;
  }
}
