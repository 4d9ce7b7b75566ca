package chat.parley.log;

import chat.parley.message.Mark;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The store in the database. The newest entries stay in memory, so that a client that was away for
 * a moment is served without asking the database. Thread-safe.
 */
public final class SqlStore implements Store {
  private final Database database;
  private final RoomClock clock;
  private final Tails tails;
  private final Stirred stirred;

  /** Whether it was stored is not known yet; else null. The committer's. */
  private Transaction doubt;

  /**
   * The store in this database, whose writer it is.
   *
   * @param clock what stamps the entries
   * @param capacity entries that stay in memory over all rooms, at least 1
   */
  public SqlStore(Database database, Clock clock, int capacity) {
    this(database, clock, capacity, new Stirred());
  }

  /**
   * The same.
   *
   * @param stirred is told what is stored
   */
  public SqlStore(Database database, Clock clock, int capacity, Stirred stirred) {
    this.database = database;
    this.clock = database.read(connection -> RoomClock.of(connection, clock));
    this.tails = new Tails(capacity);
    this.stirred = stirred;
    database.read(EntryTable::ends).forEach(tails::begin);
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
      Connection connection = database.writer();
      try (Transaction transaction = new Transaction(connection, clock, tails)) {
        database.lock(connection, rooms(work));
        return store(work, transaction);
      }
    } catch (SQLException e) {
      throw new Unstored(database.failed(e), e);
    }
  }

  private List<Outcome> store(List<? extends Work> work, Transaction transaction)
      throws SQLException {
    for (Work one : work) {
      transaction.add(one);
    }
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
          if (position.isPresent() && entries.holds(position.get())) {
            return new Story.Missed(entries.between(room, position.get().seq(), upTo, STRETCH));
          }
          long start = Math.max(0, upTo - TAIL);
          Mark mark = entries.mark(room, start).orElseGet(() -> Marks.genesis(room));
          Story.Afresh story =
              new Story.Afresh(
                  new Position(room, start, mark), entries.between(room, start, upTo, TAIL));
          tails.prepend(story.start(), story.entries());
          return story;
        });
  }

  @Override
  public Page page(RoomId room, Leaf leaf, PersonId reader) {
    return database.snapshot(connection -> new Pages(connection, room).read(leaf, reader));
  }
}
