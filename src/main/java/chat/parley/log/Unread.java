package chat.parley.log;

import java.util.List;
import java.util.Set;

/** What people have not read, as the database counts it. Waits for that. Thread-safe. */
public final class Unread {
  /** People and rooms that are counted at a time, at most. */
  public static final int MAX_READERS = 5000;

  private final Database database;

  /** Counts in this database. */
  public Unread(Database database) {
    this.database = database;
  }

  /**
   * Counts for these what they have not read, all as of one moment.
   *
   * @param readers {@link #MAX_READERS} at most, nobody twice in one room
   * @return one of each whose room is stored, in no order
   */
  public List<Tally> of(List<Reader> readers) {
    return database.snapshot(connection -> new Tallies(connection).of(readers));
  }

  /** Who follows one of these threads. */
  public Set<Follower> followers(Set<ThreadId> threads) {
    return database.read(connection -> Follower.of(connection, threads));
  }
}
