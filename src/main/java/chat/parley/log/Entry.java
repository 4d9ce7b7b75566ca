package chat.parley.log;

import chat.parley.message.Mark;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.time.Instant;

/**
 * One numbered step of a room's history.
 *
 * @param room the room
 * @param seq 1 for the room's first entry, then one more each
 * @param mark the hash of the history up to here
 * @param sender whose
 * @param ref the sender's own name for it; null if they gave none
 * @param at when it was stored, in whole milliseconds
 * @param act what it does, as it is now
 */
public record Entry(
    RoomId room, long seq, Mark mark, PersonId sender, Ref ref, Instant at, Act act) {
  /** What one without a text holds, with its place in a list: measured by the benchmark. */
  private static final int WEIGHT = 500;

  /** What sort of step of a room's history an entry is. */
  public enum Kind {
    MESSAGE,
    EDIT,
    DELETE,
    REACTION,
    PIN,
    SETTINGS,
    MEMBERSHIP
  }

  /** The place in the room's history after this entry. */
  public Position position() {
    return new Position(room, seq, mark);
  }

  /** About how much memory it holds, in bytes. */
  int weight() {
    return WEIGHT + act.weight();
  }

  /** The same entry with another form of what it does. */
  Entry with(Act other) {
    return new Entry(room, seq, mark, sender, ref, at, other);
  }
}
