package chat.parley.log;

import chat.parley.message.Mark;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest entries of the rooms, in memory: so many over all rooms, and so many bytes, and of
 * more the oldest are dropped. Of those that were read again at most half are kept, so that
 * somebody who was away for long doesn't drive out what all others hear now. Thread-safe: guarded
 * by this.
 */
final class Tails {
  private final Capacity capacity;
  private final Map<RoomId, Tail> rooms = new HashMap<>();

  /** The room of each entry that is here, in the order in which they came. */
  private final ArrayDeque<RoomId> heard = new ArrayDeque<>();

  /** The same of the entries that were read again. */
  private final ArrayDeque<RoomId> read = new ArrayDeque<>();

  private long bytes;

  /**
   * @param capacity of all rooms together
   */
  Tails(Capacity capacity) {
    this.capacity = capacity;
  }

  /** Where a room ends; it is known by {@link #begin}. */
  synchronized Position end(RoomId room) {
    return tail(room).end;
  }

  /** A room that ends here, and of which nothing is in memory. */
  synchronized void begin(Position end) {
    rooms.put(end.room(), new Tail(end));
  }

  /** The newest entries of a room that has begun, before anything else is here of it. */
  synchronized void recollect(Position start, List<Entry> entries) {
    tail(start.room()).prepend(start, entries);
    entries.forEach(entry -> heard.add(entry.room()));
    shrink();
  }

  /** The entry that follows its room's end. */
  synchronized void append(Entry entry) {
    Tail tail = tail(entry.room());
    tail.add(entry);
    heard.add(entry.room());
    shrink();
  }

  /**
   * Entries read that reach to where the room's tail begins, or into it: so those before it needn't
   * be read again.
   */
  synchronized void prepend(Position start, List<Entry> entries) {
    Tail tail = tail(start.room());
    List<Entry> before =
        entries.stream().takeWhile(entry -> entry.seq() <= tail.start.seq()).toList();
    Position last = before.isEmpty() ? start : before.get(before.size() - 1).position();
    if (last.equals(tail.start)) {
      tail.prepend(start, before);
      before.forEach(entry -> read.add(entry.room()));
      shrink();
    }
  }

  private void shrink() {
    while (read.size() > capacity.entries() / 2) {
      tail(read.remove()).dropFirst();
    }
    while (size() > capacity.entries()) {
      tail((heard.isEmpty() ? read : heard).remove()).dropFirst();
    }
    while (bytes > capacity.bytes()) {
      tail((read.isEmpty() ? heard : read).remove()).dropFirst();
    }
  }

  /** Rooms that have begun. */
  synchronized int rooms() {
    return rooms.size();
  }

  /** Entries that are here. */
  synchronized int size() {
    return heard.size() + read.size();
  }

  /** What these weigh. */
  synchronized long bytes() {
    return bytes;
  }

  /** What follows a position, up to and with this seq; empty if that isn't all here. */
  synchronized Optional<List<Entry>> after(Position position, long upTo) {
    Tail tail = tail(position.room());
    return tail.holds(position)
        ? Optional.of(tail.between(position.seq(), upTo))
        : Optional.empty();
  }

  /** Whether a position can't be one of the room's history, as far as memory can tell. */
  synchronized boolean isForeign(Position position) {
    Tail tail = tail(position.room());
    return position.seq() > tail.end.seq()
        || (position.seq() >= tail.start.seq() && !tail.holds(position));
  }

  /** The newest entries up to and with this seq; empty if they aren't here. */
  synchronized Optional<Story> newest(RoomId room, long upTo, int count) {
    Tail tail = tail(room);
    long start = Math.max(0, upTo - count);
    return start < tail.start.seq()
        ? Optional.empty()
        : Optional.of(
            new Story.Afresh(
                new Position(room, start, tail.markAt(start)), tail.between(start, upTo)));
  }

  private Tail tail(RoomId room) {
    return rooms.computeIfAbsent(room, id -> new Tail(Marks.start(id)));
  }

  /** What is here of one room: all that follows its start. */
  private final class Tail {
    private final List<Entry> entries = new ArrayList<>();

    /** The last edit of a message, of those that are here; also of messages that are not. */
    private final Map<Long, Long> edits = new HashMap<>();

    private int dropped;
    private Position start;
    private Position end;

    Tail(Position end) {
      this.start = end;
      this.end = end;
    }

    void add(Entry entry) {
      entries.add(entry);
      bytes += entry.weight();
      end = entry.position();
      amend(entry);
    }

    /** The list is cut when half of it is dropped, so that dropping costs little. */
    void dropFirst() {
      Entry first = entries.get(dropped++);
      start = first.position();
      bytes -= first.weight();
      if (first.act() instanceof Act.Edit edit) {
        edits.remove(edit.target(), first.seq());
      }
      if (dropped * 2 >= entries.size()) {
        entries.subList(0, dropped).clear();
        dropped = 0;
      }
    }

    /** They may have been read before what is here changed them. */
    void prepend(Position before, List<Entry> read) {
      entries.addAll(dropped, read);
      bytes += read.stream().mapToLong(Entry::weight).sum();
      start = before;
      for (Entry entry : read) {
        if (entry.act() instanceof Act.Edit edit && edit.text() != null) {
          edits.merge(edit.target(), entry.seq(), (one, other) -> outdate(one, other, edit));
        }
      }
      for (Entry entry : List.copyOf(entries.subList(dropped + read.size(), entries.size()))) {
        if (entry.act() instanceof Act.Delete
            || (entry.act() instanceof Act.Edit edit && edit.text() != null)) {
          amend(entry);
        }
      }
    }

    /** Of two edits of a message that have a text only the later one keeps it. */
    private long outdate(long one, long other, Act.Edit edit) {
      if (one != other) {
        change(Math.min(one, other), new Act.Edit(edit.target(), null));
      }
      return Math.max(one, other);
    }

    /** What is here is as it is now: an edit or a delete changes the message and earlier edits. */
    void amend(Entry entry) {
      if (entry.act() instanceof Act.Edit edit) {
        edits.merge(edit.target(), entry.seq(), (one, other) -> outdate(one, other, edit));
        rewrite(edit.target(), edit.text(), true);
      } else if (entry.act() instanceof Act.Delete delete) {
        change(edits.remove(delete.target()), new Act.Edit(delete.target(), null));
        rewrite(delete.target(), null, false);
      }
    }

    private void rewrite(long seq, Text text, boolean edited) {
      if (isHere(seq) && entry(seq).act() instanceof Act.Say say) {
        change(seq, new Act.Say(text, say.thread(), edited || say.edited()));
      }
    }

    private void change(Long seq, Act act) {
      if (seq != null && isHere(seq)) {
        Entry changed = entry(seq).with(act);
        bytes += changed.weight() - entries.set(index(seq), changed).weight();
      }
    }

    private boolean isHere(long seq) {
      return seq > start.seq() && seq <= end.seq();
    }

    boolean holds(Position position) {
      return position.seq() >= start.seq()
          && position.seq() <= end.seq()
          && position.mark().equals(markAt(position.seq()));
    }

    Mark markAt(long seq) {
      return seq == start.seq() ? start.mark() : entry(seq).mark();
    }

    List<Entry> between(long after, long upTo) {
      List<Entry> between = new ArrayList<>();
      for (long seq = after + 1; seq <= Math.min(upTo, end.seq()); seq++) {
        between.add(entry(seq));
      }
      return between;
    }

    private Entry entry(long seq) {
      return entries.get(index(seq));
    }

    private int index(long seq) {
      return dropped + (int) (seq - start.seq()) - 1;
    }
  }
}
