package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Each entry is what its sender asked for under its ref, and none was refused for good. Who was put
 * out of a private room is told of everything that there is no such room, also of what was stored.
 */
final class NothingInvented implements Check {
  private static final Set<String> FOR_NOW =
      Set.of("busy", "slow_down", "storage_full", "failed", "not_resumed", "ref_reused");

  @Override
  public List<String> violations(Evidence evidence) {
    Map<String, String> refused = new HashMap<>();
    evidence.each(
        Happening.Refused.class,
        (event, it) -> {
          if (!FOR_NOW.contains(it.code())) {
            refused.put(it.ref(), it.code());
          }
        });
    Set<String> senders = new HashSet<>();
    evidence.each(
        Happening.Asked.class,
        (event, asked) ->
            senders.add(evidence.person(event.client()) + " " + asked.request().ref()));
    List<String> violations = new ArrayList<>();
    for (RoomLog room : evidence.rooms().values()) {
      for (Entry entry : room.entries()) {
        Optional<Request> request = evidence.request(entry.ref());
        if (request.isEmpty() || !senders.contains(entry.sender() + " " + entry.ref())) {
          violations.add("The log has " + entry + ", for which nobody asked.");
        } else if (!request.get().becomes(entry)) {
          violations.add("The log has " + entry + ", but asked for was " + request.get() + ".");
        } else if (refused.containsKey(entry.ref())
            && !room.isNoneFor(entry.sender(), refused.get(entry.ref()))) {
          violations.add("The log has " + entry + ", which was refused.");
        }
      }
    }
    return violations;
  }
}
