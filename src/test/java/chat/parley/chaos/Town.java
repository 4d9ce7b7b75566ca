package chat.parley.chaos;

import chat.parley.blackbox.Guest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rooms of a run, and who is there.
 *
 * @param open public rooms that people join and leave
 * @param hidden the private room, of which one member is removed and invited again
 * @param direct the conversation of two
 * @param owner who made all of them, and never leaves
 * @param guest who is removed and invited again
 * @param pair whose the conversation is
 */
record Town(
    String lobby,
    List<String> open,
    String hidden,
    String direct,
    Guest owner,
    Guest guest,
    Set<String> pair,
    List<Guest> people) {
  Map<String, RoomLog.Kind> kinds() {
    Map<String, RoomLog.Kind> kinds = new HashMap<>();
    kinds.put(lobby, RoomLog.Kind.LOBBY);
    open.forEach(room -> kinds.put(room, RoomLog.Kind.PUBLIC));
    kinds.put(hidden, RoomLog.Kind.PRIVATE);
    kinds.put(direct, RoomLog.Kind.DIRECT);
    return kinds;
  }

  List<String> rooms() {
    List<String> rooms = new ArrayList<>(open);
    rooms.addAll(List.of(lobby, hidden, direct));
    return rooms;
  }

  /** Whose conversation a room is; empty for other rooms. */
  Set<String> people(String room) {
    return room.equals(direct) ? pair : Set.of();
  }
}
