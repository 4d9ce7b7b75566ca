package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of a private room and of a conversation nobody hears what was said while they were not in it,
 * unless they have asked to come in since; nobody reads back after they are known to be out; and
 * who never was in it nor invited hears of it nothing at all.
 */
final class MembersOnly implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    evidence.rooms().values().stream()
        .filter(RoomLog::isSecret)
        .forEach(room -> violations.addAll(new Judge(evidence, room).violations()));
    return violations;
  }

  private static final class Judge {
    private final Evidence evidence;
    private final RoomLog room;
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<Integer, Integer> known = new HashMap<>();
    private final Map<String, Integer> turned = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    Judge(Evidence evidence, RoomLog room) {
      this.evidence = evidence;
      this.room = room;
      evidence.each(
          Happening.Asked.class,
          (event, it) -> asked.putIfAbsent(it.request().ref(), event.index()));
      evidence.each(Happening.Told.class, (event, told) -> know(event, told.entry()));
      evidence.each(
          Happening.Turned.class,
          (event, turn) -> turned.put(event.connection() + " " + turn.ref(), event.index()));
    }

    private void know(Event event, Entry entry) {
      if (entry.room().equals(room.id())) {
        known.merge(entry.seq(), event.index(), Math::min);
      }
    }

    List<String> violations() {
      evidence.each(Happening.Told.class, (event, told) -> judge(event, told.entry()));
      evidence.each(
          Happening.Paged.class,
          (event, paged) -> {
            paged.page().entries().forEach(entry -> judge(event, entry));
            judge(event, paged.page());
          });
      evidence.each(Happening.Named.class, this::judge);
      return violations;
    }

    private void judge(Event event, Entry entry) {
      String person = evidence.person(event.client());
      if (entry.room().equals(room.id())
          && room.stays(person).stream().noneMatch(stay -> isFor(event, entry, stay))) {
        violations.add(event.client() + " heard " + entry + ", and was not in that room.");
      }
    }

    /** All history is for who is in the room; who comes is so from when they ask for it. */
    private boolean isFor(Event event, Entry entry, RoomLog.Stay stay) {
      return entry.seq() <= stay.to()
          && (entry.seq() >= stay.from() || cameAt(stay.from()) < event.index());
    }

    private int cameAt(int seq) {
      return room.at(seq).map(entry -> asked.getOrDefault(entry.ref(), 0)).orElse(0);
    }

    /** A page that was asked for while its reader was known to be out. */
    private void judge(Event event, Page page) {
      if (!page.room().equals(room.id()) || page.entries().isEmpty()) {
        return;
      }
      int askedAt = turned.getOrDefault(event.connection() + " " + page.ref(), 0);
      String person = evidence.person(event.client());
      if (room.stays(person).stream().noneMatch(stay -> mayHaveBeen(askedAt, event, stay))) {
        violations.add(
            "%s was told a page of %s, asked for while not in that room."
                .formatted(event.client(), room.id()));
      }
    }

    private boolean mayHaveBeen(int askedAt, Event event, RoomLog.Stay stay) {
      int out =
          stay.to() == Integer.MAX_VALUE
              ? Integer.MAX_VALUE
              : known.getOrDefault(stay.to(), Integer.MAX_VALUE);
      return cameAt(stay.from()) < event.index() && askedAt < out;
    }

    private void judge(Event event, Happening.Named named) {
      String person = evidence.person(event.client());
      if (named.room().equals(room.id())
          && room.stays(person).isEmpty()
          && room.entries().stream().noneMatch(entry -> entry.is("invited", person))) {
        violations.add(
            "%s, who never was in %s, was told of it by %s."
                .formatted(event.client(), room.id(), named.type()));
      }
    }
  }
}
