package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.log.Entry;
import chat.parley.message.PersonId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Who has which place in a room, and what is set of it. There are two views: as far as is stored,
 * for any thread; and as it is at the end of the room's order, with what has been entered since the
 * last commit, for the committer's thread alone, which is also the only one to change anything.
 */
final class Roll {
  private final ConcurrentNavigableMap<PersonId, Place> places =
      new ConcurrentSkipListMap<>(Comparator.comparing(PersonId::value));
  private volatile Traits traits;
  private volatile int members;

  // What was entered since the last commit: an empty place is one that is gone.
  private final Map<PersonId, Optional<Place>> entered = new HashMap<>();
  private Traits latest;

  Roll(Traits traits, Map<PersonId, Place> places) {
    this.places.putAll(places);
    this.members = (int) places.values().stream().filter(Place::isMember).count();
    this.traits = traits;
    this.latest = traits;
  }

  /** Somebody's place, as far as is stored. */
  Optional<Place> place(PersonId person) {
    return Optional.ofNullable(places.get(person));
  }

  /** Who has a place, by id, after this person, or from the first one on; as far as is stored. */
  Map<PersonId, Place> placesAfter(PersonId person) {
    return person == null ? places : places.tailMap(person, false);
  }

  /** How many are in the room, as far as is stored. */
  int members() {
    return members;
  }

  /** What is set, as far as is stored. */
  Traits traits() {
    return traits;
  }

  /** Somebody's place at the end of the room's order. */
  Optional<Place> latestPlace(PersonId person) {
    return entered.getOrDefault(person, place(person));
  }

  /** What is set at the end of the room's order. */
  Traits latestTraits() {
    return latest;
  }

  /** Whether anybody but this person is in the room at the end of its order. */
  boolean isSharedBy(PersonId person) {
    return entered.entrySet().stream()
            .anyMatch(it -> !it.getKey().equals(person) && isMember(it.getValue()))
        || places.entrySet().stream()
            .anyMatch(
                it ->
                    !it.getKey().equals(person)
                        && it.getValue().isMember()
                        && !entered.containsKey(it.getKey()));
  }

  private static boolean isMember(Optional<Place> place) {
    return place.filter(Place::isMember).isPresent();
  }

  /** Whether anything was entered since the last commit. */
  boolean isEntered() {
    return !entered.isEmpty();
  }

  /** This holds from here on for what comes after it in the room's order. */
  void enter(Entry entry) {
    if (entry.act() instanceof Act.Settle settle) {
      latest = latest.with(settle);
    } else if (entry.act() instanceof Act.Belong belong) {
      enter(belong, entry);
    }
  }

  private void enter(Act.Belong belong, Entry entry) {
    PersonId person = belong.person();
    switch (belong.change()) {
      case JOINED -> {
        entered.put(person, Optional.of(new Place(entry.seq(), null)));
        if (latest.owner() == null) {
          latest = latest.ownedBy(person);
        }
      }
      case INVITED -> entered.put(person, Optional.of(new Place(entry.seq(), entry.sender())));
      case LEFT, DECLINED, REMOVED -> {
        entered.put(person, Optional.empty());
        if (person.equals(latest.owner())) {
          latest = latest.ownedBy(null);
        }
      }
      case OWNER -> latest = latest.ownedBy(person);
    }
  }

  /** What was entered is stored: whose places it changed, with those that they have now. */
  Map<PersonId, Optional<Place>> commit() {
    Map<PersonId, Optional<Place>> changed = Map.copyOf(entered);
    int more = 0;
    for (Map.Entry<PersonId, Optional<Place>> change : changed.entrySet()) {
      more -= isMember(place(change.getKey())) ? 1 : 0;
      more += isMember(change.getValue()) ? 1 : 0;
      change
          .getValue()
          .ifPresentOrElse(
              it -> places.put(change.getKey(), it), () -> places.remove(change.getKey()));
    }
    members += more; // nobody else writes it
    traits = latest;
    entered.clear();
    return changed;
  }

  /** What was entered was not stored. */
  void forget() {
    entered.clear();
    latest = traits;
  }
}
