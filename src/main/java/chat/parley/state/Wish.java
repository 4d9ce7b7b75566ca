package chat.parley.state;

import chat.parley.message.Refusal;
import java.util.function.Consumer;

/**
 * A note that somebody's client wants to be kept.
 *
 * @param refusing told if it is not; must not block
 */
record Wish(Note note, Consumer<Refusal> refusing) {
  private static final int BASE = 200;

  /** About how much memory it holds, in bytes. */
  int weight() {
    return BASE + (note.value() == null ? 0 : 2 * note.value().length());
  }
}
