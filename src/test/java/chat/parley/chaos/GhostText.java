package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deleted text comes on no connection that has had the delete, and neither by a resume nor in a
 * page asked for after anybody knew of it.
 */
final class GhostText implements Check {
  private record Place(String room, int seq) {}

  private record Hearing(int connection, String room) {}

  private record Asking(int connection, String ref) {}

  @Override
  public List<String> violations(Evidence evidence) {
    return new Judge(evidence).violations();
  }

  /** One pass over the events. */
  private static final class Judge {
    private final Evidence evidence;
    private final Map<String, Texts> texts = new HashMap<>();
    private final Map<Place, Integer> known = new HashMap<>();
    private final Map<Hearing, Integer> heard = new HashMap<>();
    private final Map<Integer, Integer> resumed = new HashMap<>();
    private final Map<Asking, Integer> turned = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    Judge(Evidence evidence) {
      this.evidence = evidence;
      evidence.rooms().forEach((id, room) -> texts.put(id, new Texts(evidence, room)));
    }

    List<String> violations() {
      evidence.each(
          Happening.Told.class,
          (event, told) -> know(event, told.entry().room(), told.entry().seq()));
      evidence.each(
          Happening.Stored.class, (event, stored) -> know(event, stored.room(), stored.seq()));
      evidence.events().forEach(this::apply);
      return violations;
    }

    private void know(Event event, String room, int seq) {
      known.merge(new Place(room, seq), event.index(), Math::min);
    }

    private void apply(Event event) {
      if (event.what() instanceof Happening.Resumed) {
        resumed.putIfAbsent(event.connection(), event.index());
      } else if (event.what() instanceof Happening.Turned turn) {
        turned.put(new Asking(event.connection(), turn.ref()), event.index());
      } else if (event.what() instanceof Happening.Reset reset) {
        hear(event, reset.room(), reset.seq());
      } else if (event.what() instanceof Happening.Told told) {
        judge(event, told.entry(), resumed.getOrDefault(event.connection(), -1));
        hear(event, told.entry().room(), told.entry().seq());
      } else if (event.what() instanceof Happening.Paged paged) {
        int asked = turned.getOrDefault(new Asking(event.connection(), paged.page().ref()), -1);
        paged.page().entries().forEach(entry -> judge(event, entry, asked));
      }
    }

    private void hear(Event event, String room, int seq) {
      heard.merge(new Hearing(event.connection(), room), seq, Math::max);
    }

    /**
     * @param asked when it was asked for
     */
    private void judge(Event event, Entry entry, int asked) {
      Texts room = texts.get(entry.room());
      if (entry.text() == null || room == null) {
        return;
      }
      Optional<Integer> gone = room.target(entry.text()).flatMap(room::gone);
      if (gone.isEmpty()) {
        return;
      }
      int had = heard.getOrDefault(new Hearing(event.connection(), entry.room()), 0);
      int from = known.getOrDefault(new Place(entry.room(), gone.get()), Integer.MAX_VALUE);
      if (had >= gone.get()) {
        violations.add(
            "%s was told '%s' of %s on a connection that had heard its delete, %d."
                .formatted(event.client(), entry.text(), entry, gone.get()));
      } else if (asked > from) {
        violations.add(
            "%s was told '%s' of %s, asked for after its delete, %d, was known."
                .formatted(event.client(), entry.text(), entry, gone.get()));
      }
    }
  }
}
