package chat.parley.state;

import chat.parley.message.NoteKey;
import chat.parley.message.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes that wait to be stored, the latest of each key alone: whoever types writes one row some
 * times a second, and not one a letter. Bounded. Thread-safe: guarded by this.
 */
final class Wishes {
  /** Bytes that may wait, about. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private Map<PersonId, Map<NoteKey, Wish>> waiting = new LinkedHashMap<>();
  private int bytes;

  /**
   * @return false if more waits than may: then it was not taken
   */
  synchronized boolean add(PersonId person, Wish wish) {
    if (bytes + wish.weight() > MAX_BYTES) {
      return false;
    }
    Map<NoteKey, Wish> own = waiting.computeIfAbsent(person, id -> new LinkedHashMap<>());
    Wish former = own.put(wish.note().key(), wish);
    bytes += wish.weight() - (former == null ? 0 : former.weight());
    return true;
  }

  /** All that waits, by the person; from now on nothing does. */
  synchronized Map<PersonId, List<Wish>> take() {
    Map<PersonId, List<Wish>> taken = new LinkedHashMap<>();
    waiting.forEach((person, own) -> taken.put(person, List.copyOf(own.values())));
    waiting = new LinkedHashMap<>();
    bytes = 0;
    return taken;
  }
}
