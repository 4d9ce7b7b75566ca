package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who holds a room is not made to start afresh, but once for each time that their person asks to
 * join it.
 */
final class ResetsJustified implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    return new Judge(evidence).violations();
  }

  /** One pass over the events. */
  private static final class Judge {
    private final Evidence evidence;
    private final Holdings holdings = new Holdings();

    /** New beginnings that a client may be told without holding nothing, by client and room. */
    private final Map<String, Integer> joins = new HashMap<>();

    /** Rooms that a client came to without holding anything of them. */
    private final Set<String> owed = new HashSet<>();

    private final List<String> violations = new ArrayList<>();

    Judge(Evidence evidence) {
      this.evidence = evidence;
    }

    List<String> violations() {
      evidence.events().forEach(this::apply);
      return violations;
    }

    private void apply(Event event) {
      if (event.what() instanceof Happening.Asked asked && asked.request().type().equals("join")) {
        join(evidence.person(event.client()), asked.request().room());
      } else if (event.what() instanceof Happening.Reset reset) {
        begin(event.client(), reset);
      }
      holdings.apply(event);
      if (event.what() instanceof Happening.Opened opened) {
        opened.rooms().stream()
            .filter(room -> holdings.of(event.client(), room).isEmpty())
            .forEach(room -> owed.add(event.client() + " " + room));
      }
    }

    /** All clients of a person are told. */
    private void join(String person, String room) {
      evidence
          .people()
          .forEach(
              (client, its) -> {
                if (its.equals(person)) {
                  joins.merge(client + " " + room, 1, Integer::sum);
                }
              });
    }

    private void begin(String client, Happening.Reset reset) {
      String place = client + " " + reset.room();
      if (owed.remove(place)) {
        return;
      }
      Optional<Holdings.Held> held = holdings.of(client, reset.room());
      int left = joins.merge(place, -1, Integer::sum);
      if (held.isPresent() && left < 0) {
        violations.add(
            "%s held %d of %s, and was made to start afresh at %d."
                .formatted(client, held.get().seq(), reset.room(), reset.seq()));
      }
      joins.merge(place, 0, Math::max);
    }
  }
}
