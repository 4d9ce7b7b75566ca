package chat.parley.log;

import chat.parley.message.Code;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is stored by one commit. A ref is looked up before a seq is given, so that a
 * repeat takes none. What was not committed is rolled back by {@link #close}. Not thread-safe.
 */
final class Transaction implements AutoCloseable {
  private static final String INSERT =
      """
      INSERT INTO entry
        (room, seq, mark, kind, sender, ref, at, target, detail, content, mentions, thread, number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? = 1 THEN 1 + COALESCE((
        SELECT e.number FROM entry e WHERE e.room = ? AND e.number IS NOT NULL
        ORDER BY e.seq DESC LIMIT 1), 0) END)""";

  private static final String SET_END = "UPDATE room SET last_seq = ?, last_mark = ? WHERE id = ?";

  private final Connection connection;
  private final RoomClock clock;
  private final Tails tails;
  private final EntryTable entries;
  private final Messages messages;
  private final Attention attention;
  private final PreparedStatement insert;
  private final PreparedStatement setEnd;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<RoomId, Position> ends = new LinkedHashMap<>();
  private final Set<LoggedRoom> entered = Collections.newSetFromMap(new IdentityHashMap<>());
  private Stage stage = Stage.OPEN;

  private enum Stage {
    OPEN,
    COMMITTING,
    IN_DOUBT,
    STORED,
    LOST
  }

  /**
   * Begins one.
   *
   * @param clock what stamps its entries
   * @param tails where each room ends so far
   */
  Transaction(Connection connection, RoomClock clock, Tails tails) throws SQLException {
    this.connection = connection;
    this.clock = clock;
    this.tails = tails;
    connection.setAutoCommit(false);
    this.entries = new EntryTable(connection);
    this.messages = new Messages(connection);
    this.attention = new Attention(connection, messages);
    this.insert = connection.prepareStatement(INSERT);
    this.setEnd = connection.prepareStatement(SET_END);
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
      return isSame(draft.act(), before.get())
          ? new Outcome.Repeated(draft, before.get())
          : new Outcome.Refused(draft, Code.REF_REUSED, "This ref was used for something else.");
    }
    Optional<Outcome.Refused> refusal =
        draft.room().judge(draft, seq -> messages.find(draft.room().id(), seq));
    return refusal.isPresent() ? refusal.get() : new Outcome.Stored(draft, append(draft));
  }

  private Optional<Entry> before(Draft draft) throws SQLException {
    return draft.ref() == null
        ? Optional.empty()
        : entries.byRef(draft.room().id(), draft.sender(), draft.ref());
  }

  /** Whether an entry is what this act was when it was stored, though its text may be gone. */
  private boolean isSame(Act act, Entry entry) throws SQLException {
    if (act instanceof Act.Say say && entry.act() instanceof Act.Say said) {
      return Objects.equals(say.thread(), said.thread()) && isText(say.text(), entry, entry.seq());
    }
    if (act instanceof Act.Edit edit && entry.act() instanceof Act.Edit edited) {
      return edit.target() == edited.target() && isText(edit.text(), entry, edit.target());
    }
    if (act instanceof Act.Delete delete && entry.act() instanceof Act.Delete deleted) {
      return delete.target() == deleted.target();
    }
    return act.equals(entry.act());
  }

  private boolean isText(Text text, Entry entry, long target) throws SQLException {
    return messages
        .text(entry.room(), target, entry.seq())
        .map(text.content()::equals)
        .orElse(true);
  }

  private Entry append(Draft draft) throws SQLException {
    RoomId room = draft.room().id();
    Position end = ends.computeIfAbsent(room, tails::end);
    Entry entry = Marks.follow(end, draft, complete(draft), clock.now(room));
    insert(entry);
    messages.apply(entry);
    attention.apply(entry);
    entered.add(draft.room());
    draft.room().enter(entry, connection);
    ends.put(room, entry.position());
    return entry;
  }

  /** A delete says whose message it was: who hears of it may not hold that. */
  private Act complete(Draft draft) throws SQLException {
    if (draft.act() instanceof Act.Delete delete) {
      Said said = messages.find(draft.room().id(), delete.target()).orElseThrow();
      return new Act.Delete(delete.target(), said.author(), said.thread());
    }
    return draft.act();
  }

  private void insert(Entry entry) throws SQLException {
    Act act = entry.act();
    insert.setString(1, entry.room().value());
    insert.setLong(2, entry.seq());
    insert.setString(3, entry.mark().value());
    insert.setString(4, act.kind().name());
    insert.setString(5, entry.sender().value());
    insert.setString(6, entry.ref() == null ? null : entry.ref().value());
    insert.setLong(7, entry.at().toEpochMilli());
    set(8, target(act));
    insert.setString(9, Details.of(act));
    Text text = act instanceof Act.Say say ? say.text() : null;
    insert.setString(10, text == null ? null : text.content());
    insert.setString(11, text == null ? null : Details.mentions(text));
    Long thread = act instanceof Act.Say say ? say.thread() : null;
    set(12, thread);
    insert.setInt(13, act instanceof Act.Say && thread == null ? 1 : 0);
    insert.setString(14, entry.room().value());
    insert.executeUpdate();
  }

  private void set(int index, Long value) throws SQLException {
    if (value == null) {
      insert.setNull(index, Types.BIGINT);
    } else {
      insert.setLong(index, value);
    }
  }

  private static Long target(Act act) {
    if (act instanceof Act.Edit edit) {
      return edit.target();
    }
    if (act instanceof Act.Delete delete) {
      return delete.target();
    }
    if (act instanceof Act.React react) {
      return react.target();
    }
    return act instanceof Act.Pin pin ? pin.target() : null;
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
    stage = Stage.COMMITTING;
    connection.setAutoCommit(true); // commits, and for SQLite doesn't begin the next one
    stage = Stage.STORED;
    return outcomes;
  }

  /**
   * The connection broke. If that was while it was being committed, whether it was stored is in
   * doubt from now on, and {@link #close} waits for {@link #decide}.
   *
   * @return whether it is in doubt
   */
  boolean breakOff() {
    if (stage == Stage.COMMITTING) {
      stage = Stage.IN_DOUBT;
    }
    return stage == Stage.IN_DOUBT;
  }

  /**
   * Finds out, on another connection, whether it was stored: then the entry that was to be a room's
   * last one is there, with its mark. One without entries counts as not stored: to store its
   * changes again changes nothing.
   *
   * @return what became of each draft, in order; empty if it has to be done again
   */
  Optional<List<Outcome>> decide(Connection later) throws SQLException {
    EntryTable entries = new EntryTable(later);
    Optional<Position> last = ends.values().stream().findFirst();
    stage = last.isPresent() && entries.holds(last.get()) ? Stage.STORED : Stage.LOST;
    return stage == Stage.STORED ? Optional.of(outcomes) : Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    if (stage == Stage.IN_DOUBT) {
      return;
    }
    if (stage != Stage.STORED) {
      entered.forEach(LoggedRoom::forget);
    }
    try (insert;
        setEnd) {
      if (stage == Stage.OPEN || stage == Stage.COMMITTING) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
