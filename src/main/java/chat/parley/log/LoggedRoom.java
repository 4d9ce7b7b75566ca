package chat.parley.log;

import chat.parley.message.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * The side of a room that the log talks to, always from the committer's thread, in the room's
 * order. Must not block or throw.
 */
public interface LoggedRoom {
  /** The room's id. */
  RoomId id();

  /**
   * Why this may not be written here now, judged in the room's order just before it would get its
   * seq; empty if it may.
   */
  Optional<Outcome.Refused> judge(Draft draft);

  /**
   * What became of drafts, in the order in which they were appended; the entries among them are
   * stored.
   */
  void committed(List<Outcome> outcomes);
}
