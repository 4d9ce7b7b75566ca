package chat.parley.room;

/** What somebody is to a room; each is also what those before it are. */
enum Rank {
  /** A public room may be read; any other is not there for them. */
  STRANGER,
  /** They may join, and know that the room is there. */
  INVITED,
  /** They read and write. */
  MEMBER,
  /** It is their room. */
  OWNER;

  boolean isAtLeast(Rank other) {
    return compareTo(other) >= 0;
  }
}
