package chat.parley.state;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How far everybody has read the rooms: as they last said, and as it is stored, which is what they
 * are told. Marks of people who don't last are never stored, and are forgotten with them.
 * Thread-safe: guarded by this.
 */
final class Marks {
  /** The mark of one person in one room. */
  private static final class Kept {
    private ReadMark latest;
    private ReadMark stored;
  }

  private record Place(PersonId person, RoomId room) {}

  private final Map<PersonId, Map<RoomId, Kept>> marks = new HashMap<>();
  private final Set<Place> changed = new LinkedHashSet<>();

  /** People with marks that are not stored, as they don't last so far. */
  private final Set<PersonId> passing = new HashSet<>();

  Marks(List<StoredMark> stored) {
    stored.forEach(it -> kept(it.person(), it.room(), it.mark()));
  }

  private void kept(PersonId person, RoomId room, ReadMark mark) {
    Kept kept = place(person, room);
    kept.latest = mark;
    kept.stored = mark;
  }

  private Kept place(PersonId person, RoomId room) {
    return marks
        .computeIfAbsent(person, id -> new HashMap<>())
        .computeIfAbsent(room, id -> new Kept());
  }

  /** What somebody is told; empty if they have no mark there. */
  synchronized Optional<ReadMark> told(PersonId person, RoomId room) {
    return Optional.ofNullable(marks.get(person))
        .map(rooms -> rooms.get(room))
        .map(kept -> kept.stored);
  }

  /**
   * Moves a mark.
   *
   * @param first what it is if there is none
   * @param move makes the new one of the one before
   * @return whether it is another one now
   */
  synchronized boolean move(
      PersonId person, RoomId room, ReadMark first, UnaryOperator<ReadMark> move) {
    Kept kept = place(person, room);
    ReadMark before = kept.latest;
    kept.latest = move.apply(before == null ? first : before);
    if (kept.latest.equals(before)) {
      return false;
    }
    changed.add(new Place(person, room));
    return true;
  }

  /**
   * What is to be stored: the marks that were moved, of people who last.
   *
   * @param told takes those of the others, who are told at once
   */
  synchronized List<StoredMark> take(Predicate<PersonId> lasts, List<StoredMark> told) {
    List<StoredMark> taken = new ArrayList<>();
    for (Place place : changed) {
      Kept kept = place(place.person(), place.room());
      StoredMark mark = new StoredMark(place.person(), place.room(), kept.latest);
      if (lasts.test(place.person())) {
        taken.add(mark);
      } else {
        kept.stored = kept.latest;
        passing.add(place.person());
        told.add(mark);
      }
    }
    changed.clear();
    return taken;
  }

  /** These are stored. */
  synchronized void stored(List<StoredMark> stored) {
    stored.forEach(it -> place(it.person(), it.room()).stored = it.mark());
  }

  /** These could not be stored, and are tried again. */
  synchronized void failed(List<StoredMark> unstored) {
    unstored.forEach(it -> changed.add(new Place(it.person(), it.room())));
  }

  /** Who lasts by now has their marks stored; who is gone and doesn't last has none any more. */
  synchronized void tidy(Predicate<PersonId> lasts, Predicate<PersonId> isHere) {
    passing.removeIf(
        person -> {
          if (lasts.test(person)) {
            marks.get(person).keySet().forEach(room -> changed.add(new Place(person, room)));
            return true;
          }
          return !isHere.test(person) && marks.remove(person) != null;
        });
  }
}
