package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the rooms' entries are kept. {@link #commit} is called by the committer's thread alone; all
 * else by any thread.
 *
 * <p>What must hold: a room's entries are numbered from 1 without a gap; each mark is {@link
 * Marks#next} of the one before; all that was committed is stored for good before {@code commit}
 * returns; a (room, sender, ref) is stored once at most.
 */
public interface Store {
  /** Entries that somebody who starts afresh is told, at most. */
  int TAIL = 50;

  /** Entries that are read at a time, at most. */
  int STRETCH = 1000;

  /**
   * Stores all of these as one transaction, in order: each change, and each draft that may be
   * written and is not stored yet as an entry with the next seq.
   *
   * @return what became of each draft, in order: stored, repeated, or refused
   * @throws Unstored if nothing of it was stored; or, for {@link Failure#UNKNOWN}, perhaps all:
   *     then the same list has to be given again, until that is decided, and nothing else before
   */
  List<Outcome> commit(List<? extends Work> work);

  /** Where a room ends now; seq 0 and the room's first mark if it holds nothing. */
  Position end(RoomId room);

  /** The lowest seq that the room still holds, or its end's seq + 1 if it holds nothing. */
  long first(RoomId room);

  /**
   * What somebody is to be told up to and with the entry {@code upTo}, all of it, from memory.
   *
   * @param position where they are; empty if they are nowhere
   * @return empty if memory doesn't hold it
   */
  Optional<Story> recall(RoomId room, Optional<Position> position, long upTo);

  /** The same, read from where it is kept, {@link #STRETCH} entries at most. Waits for that. */
  Story read(RoomId room, Optional<Position> position, long upTo);

  /**
   * A page of a room's history, as it is now or was a moment ago. Waits for that.
   *
   * @param reader whose own reactions are marked
   */
  Page page(RoomId room, Leaf leaf, PersonId reader);

  /**
   * The messages of others that named somebody last, the newest first. Waits for that.
   *
   * @param since the rooms in which to look, each with the entry by which they came into it: who
   *     was not there was not meant by what names everyone
   */
  List<Mention> mentions(PersonId person, Map<RoomId, Long> since, int most);
}
