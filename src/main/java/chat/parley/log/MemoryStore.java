package chat.parley.log;

import chat.parley.message.Code;
import chat.parley.message.Mark;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store in memory that keeps the newest entries over all rooms, and each room's end for ever. The
 * refs of what it has dropped are forgotten with it. Thread-safe: all state is guarded by this.
 */
public final class MemoryStore implements Store {
  private final Clock clock;
  private final int capacity;
  private final Map<RoomId, Kept> rooms = new HashMap<>();
  private final ArrayDeque<RoomId> oldest = new ArrayDeque<>();

  /**
   * @param clock what stamps the entries
   * @param capacity entries it keeps over all rooms, at least 1
   */
  public MemoryStore(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  @Override
  public synchronized List<Outcome> commit(List<Judged> drafts) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Outcome> outcomes = new ArrayList<>(drafts.size());
    for (Judged judged : drafts) {
      outcomes.add(store(judged, now));
    }
    return outcomes;
  }

  private Outcome store(Judged judged, Instant now) {
    Draft draft = judged.draft();
    Kept room = room(draft.room().id());
    Entry before =
        draft.ref() == null ? null : room.refs.get(new Sent(draft.sender(), draft.ref()));
    if (before != null) {
      return before.content().equals(draft.content())
          ? new Outcome.Repeated(draft, before)
          : new Outcome.Refused(draft, Code.REF_REUSED, "This ref was used for another message.");
    }
    if (judged.refusal().isPresent()) {
      return judged.refusal().get();
    }
    Entry entry = room.append(draft, now);
    oldest.add(entry.room());
    if (oldest.size() > capacity) {
      room(oldest.remove()).dropFirst();
    }
    return new Outcome.Stored(draft, entry);
  }

  @Override
  public synchronized Position end(RoomId room) {
    return room(room).end;
  }

  @Override
  public synchronized long first(RoomId room) {
    return room(room).first();
  }

  @Override
  public synchronized Optional<List<Entry>> after(Position position, long upTo) {
    Kept room = room(position.room());
    return room.holds(position)
        ? Optional.of(room.between(position.seq(), upTo))
        : Optional.empty();
  }

  @Override
  public synchronized Tail tail(RoomId id, long upTo, int count) {
    Kept room = room(id);
    long start = Math.max(room.first() - 1, upTo - count);
    return new Tail(new Position(id, start, room.markAt(start)), room.between(start, upTo));
  }

  private Kept room(RoomId id) {
    return rooms.computeIfAbsent(id, Kept::new);
  }

  private record Sent(PersonId sender, Ref ref) {}

  /** What is kept of one room. */
  private static final class Kept {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Sent, Entry> refs = new HashMap<>();
    private int dropped;
    private Mark markBeforeFirst;
    private Position end;

    Kept(RoomId id) {
      markBeforeFirst = Marks.genesis(id);
      end = new Position(id, 0, markBeforeFirst);
    }

    Entry append(Draft draft, Instant at) {
      long seq = end.seq() + 1;
      Mark mark = Marks.next(end.mark(), seq, Entry.Kind.MESSAGE, draft.sender(), draft.ref(), at);
      Entry entry =
          new Entry(
              end.room(),
              seq,
              mark,
              Entry.Kind.MESSAGE,
              draft.sender(),
              draft.ref(),
              at,
              draft.content());
      entries.add(entry);
      if (entry.ref() != null) {
        refs.put(new Sent(entry.sender(), entry.ref()), entry);
      }
      end = entry.position();
      return entry;
    }

    /**
     * Forgets the oldest entry; the list is cut when half of it is gone, so that dropping costs
     * little.
     */
    void dropFirst() {
      Entry entry = entries.get(dropped++);
      if (entry.ref() != null) {
        refs.remove(new Sent(entry.sender(), entry.ref()));
      }
      markBeforeFirst = entry.mark();
      if (dropped * 2 >= entries.size()) {
        entries.subList(0, dropped).clear();
        dropped = 0;
      }
    }

    long first() {
      return end.seq() - (entries.size() - dropped) + 1;
    }

    boolean holds(Position position) {
      return position.seq() >= first() - 1
          && position.seq() <= end.seq()
          && position.mark().equals(markAt(position.seq()));
    }

    Mark markAt(long seq) {
      return seq < first() ? markBeforeFirst : entry(seq).mark();
    }

    List<Entry> between(long after, long upTo) {
      List<Entry> between = new ArrayList<>();
      for (long seq = Math.max(after + 1, first()); seq <= Math.min(upTo, end.seq()); seq++) {
        between.add(entry(seq));
      }
      return between;
    }

    private Entry entry(long seq) {
      return entries.get(dropped + (int) (seq - first()));
    }
  }
}
