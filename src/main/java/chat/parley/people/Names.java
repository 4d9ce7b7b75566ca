package chat.parley.people;

import chat.parley.message.Name;
import chat.parley.message.PersonId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
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

  void give(PersonId person, Name name) {
    owners.put(name.key(), person);
    Deque<String> mine = former.get(person);
    if (mine != null) {
      mine.remove(name.key());
    }
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

  /** The person is forgotten, and all their names are free. */
  void free(PersonId person, Name name) {
    owners.remove(name.key(), person);
    Deque<String> mine = former.remove(person);
    if (mine != null) {
      mine.forEach(key -> owners.remove(key, person));
    }
  }
}
