package chat.parley.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client hears each entry once and the next one next, also over its connections. */
final class NoGap implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    Holdings holdings = new Holdings();
    for (Event event : evidence.events()) {
      if (event.what() instanceof Happening.Told told) {
        Optional<Holdings.Held> held = holdings.of(event.client(), told.entry().room());
        if (held.isEmpty()) {
          violations.add(
              event.client() + " heard " + told.entry() + ", and held nothing of that room.");
        } else if (told.entry().seq() != held.get().seq() + 1) {
          violations.add(
              event.client() + " heard " + told.entry() + " next after " + held.get().seq() + ".");
        }
      }
      holdings.apply(event);
    }
    return violations;
  }
}
