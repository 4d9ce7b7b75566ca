package chat.parley.log;

import chat.parley.message.Code;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is stored by one commit. A ref is looked up before a seq is given, so that a
 * repeat takes none. What was not committed is rolled back by {@link #close}. Not thread-safe.
 */
final class Transaction implements AutoCloseable {
  private final Connection connection;
  private final Instant now;
  private final Tails tails;
  private final PreparedStatement find;
  private final PreparedStatement insert;
  private final PreparedStatement setEnd;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<RoomId, Position> ends = new LinkedHashMap<>();
  private final Map<Sent, Entry> sent = new HashMap<>();
  private boolean committed;

  private record Sent(RoomId room, PersonId sender, Ref ref) {}

  /**
   * Begins one.
   *
   * @param now what its entries are stamped with, cut to milliseconds
   * @param tails where each room ends so far
   */
  Transaction(Connection connection, Instant now, Tails tails) throws SQLException {
    this.connection = connection;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    this.tails = tails;
    connection.setAutoCommit(false);
    EntryTable entries = new EntryTable(connection);
    this.find = entries.findByRef();
    this.insert = entries.insert();
    this.setEnd = entries.setEnd();
  }

  void add(Work work) throws SQLException {
    if (work instanceof Change change) {
      change.write(connection);
    } else if (work instanceof Draft draft) {
      outcomes.add(judge(draft));
    }
  }

  private Outcome judge(Draft draft) throws SQLException {
    Optional<Entry> before = before(draft);
    if (before.isPresent()) {
      return before.get().content().equals(draft.content())
          ? new Outcome.Repeated(draft, before.get())
          : new Outcome.Refused(draft, Code.REF_REUSED, "This ref was used for another message.");
    }
    Optional<Outcome.Refused> refusal = draft.room().judge(draft);
    return refusal.isPresent() ? refusal.get() : new Outcome.Stored(draft, append(draft));
  }

  private Optional<Entry> before(Draft draft) throws SQLException {
    if (draft.ref() == null) {
      return Optional.empty();
    }
    Entry now = sent.get(new Sent(draft.room().id(), draft.sender(), draft.ref()));
    return now == null ? stored(draft) : Optional.of(now);
  }

  private Optional<Entry> stored(Draft draft) throws SQLException {
    find.setString(1, draft.room().id().value());
    find.setString(2, draft.sender().value());
    find.setString(3, draft.ref().value());
    try (ResultSet row = find.executeQuery()) {
      return row.next() ? Optional.of(EntryTable.entry(row)) : Optional.empty();
    }
  }

  private Entry append(Draft draft) throws SQLException {
    RoomId room = draft.room().id();
    Position end = ends.computeIfAbsent(room, tails::end);
    Entry entry = Marks.follow(end, draft, now);
    ends.put(room, entry.position());
    if (entry.ref() != null) {
      sent.put(new Sent(room, entry.sender(), entry.ref()), entry);
    }
    insert.setString(1, room.value());
    insert.setLong(2, entry.seq());
    insert.setString(3, entry.mark().value());
    insert.setString(4, entry.kind().name());
    insert.setString(5, entry.sender().value());
    insert.setString(6, entry.ref() == null ? null : entry.ref().value());
    insert.setLong(7, entry.at().toEpochMilli());
    insert.setString(8, entry.content());
    insert.executeUpdate();
    return entry;
  }

  /** Stores it for good: what became of each draft, in order. */
  List<Outcome> commit() throws SQLException {
    for (Position end : ends.values()) {
      setEnd.setLong(1, end.seq());
      setEnd.setString(2, end.mark().value());
      setEnd.setString(3, end.room().value());
      if (setEnd.executeUpdate() != 1) {
        throw new SQLException("There is no room " + end.room());
      }
    }
    connection.commit();
    committed = true;
    return outcomes;
  }

  @Override
  public void close() throws SQLException {
    try (insert;
        find;
        setEnd) {
      if (!committed) {
        connection.rollback();
      }
    }
  }
}
