package chat.parley.log;

import chat.parley.message.Position;
import java.util.List;

/** What somebody has to be told of a room who comes with a position, or with none. */
public sealed interface Story {
  /** Entries in order; perhaps only the first of those that are to be told. */
  List<Entry> entries();

  /** What follows their position. */
  record Missed(List<Entry> entries) implements Story {}

  /**
   * The newest entries. Their position is not one of this history, or they named none.
   *
   * @param start the position before the first entry
   */
  record Afresh(Position start, List<Entry> entries) implements Story {}
}
