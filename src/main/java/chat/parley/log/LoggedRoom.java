package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The side of a room that the log talks to, always from the committer's thread, in the room's
 * order. Must not block.
 */
public interface LoggedRoom {
  /** The room's id. */
  RoomId id();

  /**
   * Why this may not be written here now, judged in the room's order just before it would get its
   * seq; empty if it may.
   *
   * @param past what the room holds before it
   */
  Optional<Outcome.Refused> judge(Draft draft, Past past) throws SQLException;

  /**
   * An entry has got its seq: what it changes of the room itself holds from here on for what is
   * judged next, and is written as a part of the transaction.
   */
  void enter(Entry entry, Connection connection) throws SQLException;

  /** What was entered since the last commit was not stored, and is as if it had not been. */
  void forget();

  /**
   * What became of drafts, in the order in which they were appended. If there are entries among
   * them, they are stored, and so is all that was entered; if not, nothing is said of that.
   */
  void committed(List<Outcome> outcomes);
}
