package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The store in the database. The newest entries stay in memory, so that a client that was away for
 * a moment is served without asking the database. Thread-safe.
 */
public final class SqlStore implements Store {
  /** Entries of a room that are recollected, at least: what was said a moment ago. */
  private static final int FEW = 10;

  private final Database database;
  private final RoomClock clock;
  private final int capacity;
  private final Numbers numbers;
  private final Tails tails;
  private final Stirred stirred;

  /** Those of the last connection that wrote; null before the first. The committer's. */
  private Statements statements;

  /** Whether it was stored is not known yet; else null. The committer's. */
  private Transaction doubt;

  /**
   * The store in this database, whose writer it is.
   *
   * @param clock what stamps the entries
   * @param entries how many stay in memory, whatever they weigh
   */
  public SqlStore(Database database, Clock clock, int entries) {
    this(database, clock, entries, new Stirred());
  }

  /**
   * The same.
   *
   * @param stirred is told what is stored
   */
  public SqlStore(Database database, Clock clock, int entries, Stirred stirred) {
    this(database, clock, new Capacity(entries, Long.MAX_VALUE), stirred);
  }

  /** The same, of whose entries no more stays in memory than this. */
  public SqlStore(Database database, Clock clock, Capacity capacity, Stirred stirred) {
    this.database = database;
    this.clock = database.read(connection -> RoomClock.of(connection, clock));
    this.capacity = capacity.entries();
    this.numbers = database.read(Numbers::of);
    this.tails = new Tails(capacity);
    this.stirred = stirred;
    database.read(EntryTable::ends).forEach(tails::begin);
  }

  /**
   * Takes the newest entries of the rooms in which something happened last into memory, so that
   * those who come back after a restart ask the database little. To be called before anybody does.
   */
  public void recollect() {
    int fair = capacity / Math.max(1, tails.rooms());
    int each = Math.min(Math.max(fair, Math.min(FEW, capacity)), STRETCH);
    List<RoomId> rooms = clock.latest(capacity / each);
    int portion = STRETCH / each;
    for (int i = 0; i < rooms.size(); i += portion) {
      recollect(rooms.subList(i, Math.min(rooms.size(), i + portion)), each);
    }
  }

  private void recollect(List<RoomId> rooms, int each) {
    database.read(connection -> new EntryTable(connection).newest(rooms, each)).stream()
        .collect(Collectors.groupingBy(Entry::room))
        .values()
        .forEach(this::recollect);
  }

  /** They follow the first of them, or are all that the room holds. */
  private void recollect(List<Entry> newest) {
    Entry first = newest.get(0);
    if (first.seq() == 1) {
      tails.recollect(Marks.start(first.room()), newest);
    } else {
      tails.recollect(first.position(), newest.subList(1, newest.size()));
    }
  }

  @Override
  public List<Outcome> commit(List<? extends Work> work) {
    List<Outcome> outcomes = decided().orElseGet(() -> store(work));
    outcomes.forEach(this::remember);
    return outcomes;
  }

  /** What became of the transaction that is in doubt, if it was stored. */
  private Optional<List<Outcome>> decided() {
    if (doubt == null) {
      return Optional.empty();
    }
    try (Transaction before = doubt) {
      Optional<List<Outcome>> outcomes = before.decide(database.writer());
      doubt = null;
      return outcomes;
    } catch (SQLException e) {
      database.failed(e);
      throw new Unstored(Failure.UNKNOWN, e);
    } catch (Unstored e) {
      throw new Unstored(Failure.UNKNOWN, e);
    }
  }

  private List<Outcome> store(List<? extends Work> work) {
    try {
      Statements writer = writer();
      try (Transaction transaction =
          new Transaction(writer, database.bulk(), clock, tails, numbers)) {
        database.lock(writer.connection(), rooms(work));
        return store(work, transaction);
      }
    } catch (SQLException e) {
      throw new Unstored(database.failed(e), e);
    }
  }

  private Statements writer() {
    Connection connection = database.writer();
    if (statements == null || statements.connection() != connection) {
      statements = new Statements(connection);
    }
    return statements;
  }

  private List<Outcome> store(List<? extends Work> work, Transaction transaction)
      throws SQLException {
    transaction.add(work);
    try {
      return transaction.commit();
    } catch (SQLException e) {
      Failure why = database.failed(e);
      if (why == Failure.GONE && transaction.breakOff()) {
        doubt = transaction;
        throw new Unstored(Failure.UNKNOWN, e);
      }
      throw new Unstored(why, e);
    }
  }

  private static Set<RoomId> rooms(List<? extends Work> work) {
    return work.stream()
        .flatMap(one -> one instanceof Draft draft ? Stream.of(draft.room().id()) : Stream.empty())
        .collect(Collectors.toSet());
  }

  private void remember(Outcome outcome) {
    if (outcome instanceof Outcome.Stored it) {
      numbers.note(it.entry());
      tails.append(it.entry());
      stirred.note(it.entry());
      if (it.entry().act() instanceof Act.Delete) {
        database.erase();
      }
    }
  }

  @Override
  public Position end(RoomId room) {
    return tails.end(room);
  }

  @Override
  public long first(RoomId room) {
    return 1;
  }

  @Override
  public Optional<Story> recall(RoomId room, Optional<Position> position, long upTo) {
    Optional<Position> known = position.filter(it -> !tails.isForeign(it));
    return known.isPresent()
        ? tails.after(known.get(), upTo).map(Story.Missed::new)
        : tails.newest(room, upTo, TAIL);
  }

  @Override
  public Story read(RoomId room, Optional<Position> position, long upTo) {
    return database.read(
        connection -> {
          EntryTable entries = new EntryTable(connection);
          Optional<Story> missed =
              position.isPresent() ? missed(entries, position.get(), upTo) : Optional.empty();
          return missed.isPresent() ? missed.get() : afresh(entries, room, upTo);
        });
  }

  private Optional<Story> missed(EntryTable entries, Position position, long upTo)
      throws SQLException {
    Optional<List<Entry>> missed = entries.following(position, upTo, STRETCH);
    missed.ifPresent(it -> tails.prepend(position, it));
    return missed.map(Story.Missed::new);
  }

  private Story afresh(EntryTable entries, RoomId room, long upTo) throws SQLException {
    long start = Math.max(0, upTo - TAIL);
    List<Entry> tail = entries.between(room, start - 1, upTo, TAIL + 1);
    Story.Afresh story =
        start == 0
            ? new Story.Afresh(Marks.start(room), tail)
            : new Story.Afresh(tail.get(0).position(), tail.subList(1, tail.size()));
    tails.prepend(story.start(), story.entries());
    return story;
  }

  @Override
  public Page page(RoomId room, Leaf leaf, PersonId reader) {
    return database.snapshot(connection -> new Pages(connection, room).read(leaf, reader));
  }

  @Override
  public List<Mention> mentions(PersonId person, Map<RoomId, Long> since, int most) {
    return database.read(connection -> new MentionTable(connection).newest(person, since, most));
  }
}
