package chat.parley.log;

import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * Where the rooms' entries are kept. {@link #commit} is called by the committer's thread alone; all
 * else by any thread.
 *
 * <p>What must hold: a room's entries are numbered from 1 without a gap; each mark is {@link
 * Marks#next} of the one before; an entry is stored for good before {@code commit} returns; a
 * (room, sender, ref) is stored once at most.
 */
public interface Store {
  /**
   * Stores all of these that may be written and are not stored yet, as one transaction, in order,
   * giving each its seq.
   *
   * @return what became of each, in the same order: stored, repeated, or refused
   * @throws RuntimeException if nothing of it was stored
   */
  List<Outcome> commit(List<Judged> drafts);

  /** Where a room ends now; seq 0 and the room's first mark if it holds nothing. */
  Position end(RoomId room);

  /** The lowest seq that the room still holds, or its end's seq + 1 if it holds nothing. */
  long first(RoomId room);

  /**
   * What follows a position, up to and with the entry {@code upTo}.
   *
   * @return the entries in order, or empty if the position is not one of this room's history, or
   *     one before what it still holds
   */
  Optional<List<Entry>> after(Position position, long upTo);

  /**
   * The newest entries up to and with the entry {@code upTo}, and where they begin.
   *
   * @param count how many at most
   */
  Tail tail(RoomId room, long upTo, int count);

  /**
   * A room's newest entries.
   *
   * @param start the position before the first of them
   * @param entries in order
   */
  record Tail(Position start, List<Entry> entries) {}
}
