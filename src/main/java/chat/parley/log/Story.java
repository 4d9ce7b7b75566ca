package chat.parley.log;

import chat.parley.message.Position;
import java.util.List;
import java.util.Optional;

/** What somebody has to be told of a room who comes with a position, or with none. */
public sealed interface Story {
  /** Entries in order; perhaps only the first of those that are to be told. */
  List<Entry> entries();

  /** What of it follows one of its own entries; empty if this isn't one, or nothing follows. */
  default Optional<Story> after(Position position) {
    List<Entry> all = entries();
    long index = all.isEmpty() ? -1 : position.seq() - all.get(0).seq();
    return index >= 0 && index < all.size() - 1 && isAt(all.get((int) index), position)
        ? Optional.of(new Missed(all.subList((int) index + 1, all.size())))
        : Optional.empty();
  }

  private static boolean isAt(Entry entry, Position position) {
    return entry.position().equals(position);
  }

  /** What follows their position. */
  record Missed(List<Entry> entries) implements Story {}

  /**
   * The newest entries. Their position is not one of this history, or they named none.
   *
   * @param start the position before the first entry
   */
  record Afresh(Position start, List<Entry> entries) implements Story {}
}
