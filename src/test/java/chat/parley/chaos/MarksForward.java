package chat.parley.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a person is told to have read a room only moves forward, but for a new turn: on one
 * connection, and from what any of theirs was told before another one was opened.
 */
final class MarksForward implements Check {
  private static final Comparator<Tally> ORDER =
      Comparator.comparingInt(Tally::turn).thenComparingInt(Tally::seq);

  @Override
  public List<String> violations(Evidence evidence) {
    Map<String, Tally> latest = new HashMap<>();
    Map<Integer, Map<String, Tally>> floors = new HashMap<>();
    List<String> violations = new ArrayList<>();
    for (Event event : evidence.events()) {
      String person = evidence.person(event.client());
      if (event.what() instanceof Happening.Opened) {
        floors.put(event.connection(), of(person, latest));
      } else if (event.what() instanceof Happening.Counted counted) {
        Tally tally = counted.tally();
        Map<String, Tally> floor =
            floors.computeIfAbsent(event.connection(), id -> new HashMap<>());
        Tally before = floor.get(tally.room());
        if (before != null && ORDER.compare(tally, before) < 0) {
          violations.add(
              "%s had read %s up to %d in turn %d, and is told %d in turn %d."
                  .formatted(
                      event.client(),
                      tally.room(),
                      before.seq(),
                      before.turn(),
                      tally.seq(),
                      tally.turn()));
        }
        floor.put(tally.room(), tally);
        latest.merge(
            person + " " + tally.room(),
            tally,
            (one, other) -> ORDER.compare(one, other) < 0 ? other : one);
      }
    }
    return violations;
  }

  private static Map<String, Tally> of(String person, Map<String, Tally> latest) {
    Map<String, Tally> own = new HashMap<>();
    latest.forEach(
        (key, tally) -> {
          if (key.equals(person + " " + tally.room())) {
            own.put(tally.room(), tally);
          }
        });
    return own;
  }
}
