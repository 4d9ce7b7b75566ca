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
  /** What one person whom it names takes, in bytes. */
  private static final int MENTION = 150;

  /** A text that names nobody. */
  public static Text of(String content) {
    return new Text(content, Set.of(), false);
  }

  /** About how much memory it holds, in bytes. */
  int weight() {
    return 2 * content.length() + MENTION * mentions.size();
  }
}
