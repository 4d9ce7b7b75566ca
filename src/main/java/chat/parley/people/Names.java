package chat.parley.people;

import chat.parley.message.Name;
import chat.parley.message.PersonId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose a name is: that of who has it, or who was last heard under it. Of each person's former
 * names a few are kept. Guarded by {@link People}.
 */
final class Names {
  /** Former names that stay a person's; with one more the oldest is free again. */
  static final int FORMER = 16;

  private final Map<String, PersonId> owners = new HashMap<>();
  private final Map<PersonId, Deque<String>> former = new HashMap<>();

  Optional<PersonId> owner(Name name) {
    return Optional.ofNullable(owners.get(name.key()));
  }

  boolean isFreeFor(PersonId person, Name name) {
    return owner(name).map(person::equals).orElse(true);
  }

  /** These names were theirs before the server was started again. */
  void giveBack(StoredPerson stored) {
    PersonId person = stored.person().id();
    give(person, stored.person().name());
    if (!stored.former().isEmpty()) {
      stored.former().forEach(key -> owners.put(key, person));
      former.put(person, new ArrayDeque<>(stored.former()));
    }
  }

  /** The keys of a person's former names, the oldest first; a copy. */
  List<String> former(PersonId person) {
    Deque<String> mine = former.get(person);
    return mine == null ? List.of() : List.copyOf(mine);
  }

  void give(PersonId person, Name name) {
    owners.put(name.key(), person);
    strike(person, name);
  }

  /** The person goes by another name; the one left stays theirs if they were heard under it. */
  void leave(PersonId person, Name name, boolean heard) {
    if (!heard) {
      owners.remove(name.key(), person);
      return;
    }
    Deque<String> mine = former.computeIfAbsent(person, id -> new ArrayDeque<>());
    mine.addLast(name.key());
    if (mine.size() > FORMER) {
      owners.remove(mine.removeFirst(), person);
    }
  }

  /** Another gets this name, be it the person's present or a former one. */
  void lose(PersonId person, Name name) {
    owners.remove(name.key(), person);
    strike(person, name);
  }

  private void strike(PersonId person, Name name) {
    Deque<String> mine = former.get(person);
    if (mine != null) {
      mine.remove(name.key());
    }
  }

  /** The person is forgotten, and all their names are free. */
  void free(PersonId person, Name name) {
    owners.remove(name.key(), person);
    Deque<String> mine = former.remove(person);
    if (mine != null) {
      mine.forEach(key -> owners.remove(key, person));
    }
  }
}
