package chat.parley.room;

import chat.parley.log.Leaf;
import chat.parley.message.Ref;

/**
 * A page that somebody asked for.
 *
 * @param member who
 * @param ref their own name for it
 * @param leaf which page
 * @param tries how often it was read
 */
record Turning(Member member, Ref ref, Leaf leaf, int tries) {
  /** How often a page is read that is not up to date when it is to be told. */
  private static final int MAX_TRIES = 5;

  /** The same, to be read once more. */
  Turning again() {
    return new Turning(member, ref, leaf, tries + 1);
  }

  boolean isLast() {
    return tries + 1 >= MAX_TRIES;
  }
}
