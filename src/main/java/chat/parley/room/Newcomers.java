package chat.parley.room;

import chat.parley.message.PersonId;
import java.util.HashSet;
import java.util.Set;

/**
 * Who has been told which rooms from a new beginning on. What is said of a room before that means
 * nothing to a client, which doesn't know the room yet. Thread-safe: guarded by this.
 */
public final class Newcomers {
  private final Set<Newcomer> told = new HashSet<>();

  synchronized void add(PersonId person, Room room) {
    told.add(new Newcomer(person, room));
  }

  /** Those since this was last asked. */
  synchronized Set<Newcomer> take() {
    Set<Newcomer> taken = Set.copyOf(told);
    told.clear();
    return taken;
  }
}
