package chat.parley.log;

import chat.parley.message.Code;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A store that keeps everything in memory, and recalls only so much of a room that it has to be
 * read. Changes are taken for stored. Thread-safe.
 */
public final class MemoryStore implements Store {
  private final Clock clock;
  private final int recalled;
  private final Map<RoomId, List<Entry>> rooms = new HashMap<>();

  /**
   * @param clock what stamps the entries
   * @param recalled entries of a room that needn't be read
   */
  public MemoryStore(Clock clock, int recalled) {
    this.clock = clock;
    this.recalled = recalled;
  }

  @Override
  public synchronized List<Outcome> commit(List<? extends Work> work) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Outcome> outcomes = new ArrayList<>();
    for (Work one : work) {
      if (one instanceof Draft draft) {
        outcomes.add(store(draft, now));
      }
    }
    return outcomes;
  }

  private Outcome store(Draft draft, Instant now) {
    List<Entry> entries = entries(draft.room().id());
    for (Entry entry : entries) {
      if (entry.ref() != null
          && entry.ref().equals(draft.ref())
          && entry.sender().equals(draft.sender())) {
        return entry.content().equals(draft.content())
            ? new Outcome.Repeated(draft, entry)
            : new Outcome.Refused(draft, Code.REF_REUSED, "This ref was used for another message.");
      }
    }
    Optional<Outcome.Refused> refusal = draft.room().judge(draft);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Entry entry = Marks.follow(end(draft.room().id()), draft, now);
    entries.add(entry);
    return new Outcome.Stored(draft, entry);
  }

  private List<Entry> entries(RoomId room) {
    return rooms.computeIfAbsent(room, id -> new ArrayList<>());
  }

  @Override
  public synchronized Position end(RoomId room) {
    return position(room, entries(room).size());
  }

  /** Where a room stood after this many entries. */
  public synchronized Position position(RoomId room, long seq) {
    return seq == 0
        ? new Position(room, 0, Marks.genesis(room))
        : entries(room).get((int) seq - 1).position();
  }

  @Override
  public long first(RoomId room) {
    return 1;
  }

  @Override
  public synchronized Optional<Story> recall(RoomId room, Optional<Position> position, long upTo) {
    Story story = tell(room, position, upTo, Integer.MAX_VALUE);
    long start =
        story instanceof Story.Afresh afresh ? afresh.start().seq() : position.orElseThrow().seq();
    return Optional.of(story).filter(it -> end(room).seq() - start <= recalled);
  }

  @Override
  public synchronized Story read(RoomId room, Optional<Position> position, long upTo) {
    return tell(room, position, upTo, STRETCH);
  }

  private Story tell(RoomId room, Optional<Position> position, long upTo, int most) {
    if (position.isPresent() && holds(position.get())) {
      return new Story.Missed(between(room, position.get().seq(), upTo, most));
    }
    long start = Math.max(0, upTo - TAIL);
    return new Story.Afresh(position(room, start), between(room, start, upTo, TAIL));
  }

  private boolean holds(Position position) {
    return position.seq() <= end(position.room()).seq()
        && Objects.equals(position, position(position.room(), position.seq()));
  }

  private List<Entry> between(RoomId room, long after, long upTo, int most) {
    long last = Math.min(Math.min(upTo, after + (long) most), entries(room).size());
    return List.copyOf(entries(room).subList((int) after, (int) Math.max(after, last)));
  }
}
