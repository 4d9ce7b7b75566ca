package chat.parley.log;

import chat.parley.message.PersonId;
import java.util.Set;

/**
 * The text of a message.
 *
 * @param content what is said
 * @param mentions whom it names
 * @param here whether it names everyone in the room
 */
public record Text(String content, Set<PersonId> mentions, boolean here) {
  /** A text that names nobody. */
  public static Text of(String content) {
    return new Text(content, Set.of(), false);
  }
}
