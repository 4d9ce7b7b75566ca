package chat.parley.log;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something besides an entry that lasts: a person, a room, who is in it. It rides the same commits
 * as the entries, in the order in which all was appended.
 */
public non-sealed interface Change extends Work {
  /**
   * Writes it, as a part of the committer's transaction. If that fails, or nobody knows whether it
   * did, it is tried again: to write what is stored already must change nothing. Called by the
   * committer's thread.
   */
  void write(Connection connection) throws SQLException;

  /** It is stored for good. Called by the committer's thread; must not block or throw. */
  default void stored() {}

  /** It could not be stored. Called by the committer's thread; must not block or throw. */
  default void failed() {}
}
