package chat.parley.room;

import chat.parley.log.Entry;
import chat.parley.log.Store;
import chat.parley.message.Position;
import java.util.List;

/**
 * As much of what somebody missed as is said to them at a time.
 *
 * @param entries in order
 * @param isAll whether nothing is left to say
 */
record Stretch(List<Entry> entries, boolean isAll) {
  /** Entries of a stretch, at most. */
  static final int MAX_ENTRIES = Store.STRETCH;

  /** Characters of a stretch's entries, at most, but for a single entry that has more. */
  static final int MAX_CHARACTERS = 256 * 1024;

  /** The beginning of what was missed. */
  static Stretch of(List<Entry> missed) {
    int size = 0;
    long characters = 0;
    while (size < missed.size() && size < MAX_ENTRIES) {
      characters += missed.get(size).act().length();
      if (size > 0 && characters > MAX_CHARACTERS) {
        break;
      }
      size++;
    }
    return new Stretch(missed.subList(0, size), size == missed.size());
  }

  /** Where it ends, if it began here. */
  Position end(Position start) {
    return entries.isEmpty() ? start : entries.get(entries.size() - 1).position();
  }
}
