package chat.parley.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * At the end everyone holds the rooms that they are in up to the last entry, and by the same mark.
 */
final class ReachedEveryone implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    Holdings holdings = new Holdings();
    evidence.events().forEach(holdings::apply);
    List<String> violations = new ArrayList<>();
    evidence
        .people()
        .forEach(
            (client, person) ->
                evidence.rooms().values().stream()
                    .filter(room -> room.end() > 0 && room.present(person).isPresent())
                    .forEach(
                        room -> compare(client, room, holdings.of(client, room.id()), violations)));
    return violations;
  }

  private static void compare(
      String client, RoomLog room, Optional<Holdings.Held> held, List<String> violations) {
    Entry last = room.entries().get(room.end() - 1);
    if (held.isEmpty()) {
      violations.add(client + " is in " + room.id() + " and holds nothing of it.");
    } else if (held.get().seq() != last.seq()) {
      violations.add(client + " holds " + held.get().seq() + ", but the end is " + last + ".");
    } else if (!held.get().mark().equals(last.mark())) {
      violations.add(
          client + " holds mark " + held.get().mark() + ", but the end is " + last + ".");
    }
  }
}
