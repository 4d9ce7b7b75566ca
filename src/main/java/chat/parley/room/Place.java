package chat.parley.room;

import chat.parley.message.PersonId;

/**
 * Somebody's place in a public or private room.
 *
 * @param since the seq of the entry by which they have it
 * @param inviter who invited them, if they are invited and not in it yet; else null
 */
public record Place(long since, PersonId inviter) {
  /** The place of somebody in their conversations and groups. */
  static final Place FOR_EVER = new Place(0, null);

  boolean isMember() {
    return inviter == null;
  }
}
