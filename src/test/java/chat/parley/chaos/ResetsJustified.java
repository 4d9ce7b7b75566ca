package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who holds a room is not made to start afresh, unless they ask for it by joining. */
final class ResetsJustified implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    Holdings holdings = new Holdings();
    Map<String, Integer> joins = new HashMap<>();
    Map<String, Integer> resets = new HashMap<>();
    for (Event event : evidence.events()) {
      String person = evidence.person(event.client());
      if (event.what() instanceof Happening.Asked asked && asked.request().type().equals("join")) {
        joins.put(person + " " + asked.request().room(), event.index());
      } else if (event.what() instanceof Happening.Reset reset) {
        Optional<Holdings.Held> held = holdings.of(event.client(), reset.room());
        int joined = joins.getOrDefault(person + " " + reset.room(), -1);
        Integer before = resets.put(event.client() + " " + reset.room(), event.index());
        if (held.isPresent() && before != null && joined < before) {
          violations.add(
              "%s held %d of %s, and was made to start afresh at %d."
                  .formatted(event.client(), held.get().seq(), reset.room(), reset.seq()));
        }
      }
      holdings.apply(event);
    }
    return violations;
  }
}
