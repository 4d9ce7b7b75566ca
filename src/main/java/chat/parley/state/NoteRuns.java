package chat.parley.state;

import chat.parley.log.Change;
import chat.parley.log.Database;
import chat.parley.message.Mark;
import chat.parley.message.NotesPosition;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers what becomes of notes, and knows which positions are of this database's history. Each run
 * of the server has a mark and keeps from which version on it counted: a version that was told in a
 * run that this database doesn't know, or after the moment from which on it doesn't know that run,
 * is of another history. Thread-safe.
 */
final class NoteRuns {
  private static final int MARK_BYTES = 8;

  /** A run of the server, and the version of the newest note when it began. */
  record Run(long number, Mark mark, long version) {}

  private final List<Run> before;
  private final Run present;
  private final AtomicLong last;

  private NoteRuns(List<Run> before, long newest) {
    long number = before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
    this.before = before;
    this.present = new Run(number, random(), newest);
    this.last = new AtomicLong(newest);
  }

  /** A new run over this database. */
  static NoteRuns over(Database database) {
    return database.read(
        connection -> new NoteRuns(NoteTable.runs(connection), NoteTable.newest(connection)));
  }

  private static Mark random() {
    byte[] bytes = new byte[MARK_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Mark(HexFormat.of().formatHex(bytes));
  }

  /** Stores that this run has begun. */
  Change begin() {
    return new Begin(present);
  }

  private record Begin(Run run) implements Change {
    @Override
    public void write(Connection connection) throws SQLException {
      NoteTable.begin(connection, run);
    }
  }

  /** The mark of this run. */
  Mark mark() {
    return present.mark();
  }

  /** The version of what changes next. */
  long next() {
    return last.incrementAndGet();
  }

  /** Whether this was told by this database, or the one it was copied from. */
  boolean knows(NotesPosition position) {
    if (position.mark().equals(present.mark())) {
      return position.version() <= last.get();
    }
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).mark().equals(position.mark())) {
        Run next = i + 1 < before.size() ? before.get(i + 1) : present;
        return position.version() <= next.version();
      }
    }
    return false;
  }
}
