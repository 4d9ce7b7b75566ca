package chat.parley.log;

import chat.parley.message.Code;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is stored by one commit. Refs are looked up before a seq is given, so that a
 * repeat takes none. What was not committed is rolled back by {@link #close}. Not thread-safe.
 */
final class Transaction implements AutoCloseable {
  private static final String SET_END = "UPDATE room SET last_seq = ?, last_mark = ? WHERE id = ?";

  private final Connection connection;
  private final RoomClock clock;
  private final Tails tails;
  private final Set<OwnRef> used = new HashSet<>();
  private final EntryTable entries;
  private final Messages messages;
  private final Attention attention;
  private final Refs refs;
  private final Insertion insertion;
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
   * @param statements those of the connection that writes
   * @param bulk how it takes many rows
   * @param clock what stamps its entries
   * @param tails where each room ends so far
   * @param numbers those of the messages so far
   */
  Transaction(Statements statements, Bulk bulk, RoomClock clock, Tails tails, Numbers numbers)
      throws SQLException {
    this.connection = statements.connection();
    this.clock = clock;
    this.tails = tails;
    connection.setAutoCommit(false);
    this.entries = new EntryTable(connection);
    this.messages = new Messages(statements);
    this.attention = new Attention(statements, messages);
    this.refs = new Refs(statements, bulk);
    this.insertion = new Insertion(statements, bulk, numbers);
    this.setEnd = statements.of(SET_END);
    setEnd.clearBatch(); // what was left by one that failed
  }

  /** Adds all of it, in order. */
  void add(List<? extends Work> work) throws SQLException {
    used.addAll(refs.used(refs(work)));
    for (Work one : work) {
      add(one);
    }
  }

  private static List<OwnRef> refs(List<? extends Work> work) {
    List<OwnRef> refs = new ArrayList<>();
    for (Work one : work) {
      if (one instanceof Draft draft && draft.ref() != null) {
        refs.add(OwnRef.of(draft));
      }
    }
    return refs;
  }

  private void add(Work work) throws SQLException {
    if (work instanceof Change change) {
      insertion.flush();
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
        draft.room().judge(draft, seq -> message(draft.room().id(), seq));
    return refusal.isPresent() ? refusal.get() : new Outcome.Stored(draft, append(draft));
  }

  private Optional<Said> message(RoomId room, long seq) throws SQLException {
    insertion.flush();
    return messages.find(room, seq);
  }

  private Optional<Entry> before(Draft draft) throws SQLException {
    if (draft.ref() == null || !used.contains(OwnRef.of(draft))) {
      return Optional.empty();
    }
    insertion.flush();
    return entries.byRef(draft.room().id(), draft.sender(), draft.ref());
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
    insertion.add(entry);
    if (draft.ref() != null) {
      used.add(OwnRef.of(draft));
    }
    apply(entry);
    entered.add(draft.room());
    draft.room().enter(entry, connection);
    ends.put(room, entry.position());
    return entry;
  }

  /** A delete says whose message it was: who hears of it may not hold that. */
  private Act complete(Draft draft) throws SQLException {
    if (draft.act() instanceof Act.Delete delete) {
      Said said = message(draft.room().id(), delete.target()).orElseThrow();
      return new Act.Delete(delete.target(), said.author(), said.thread());
    }
    return draft.act();
  }

  /** What changes another entry, or looks at one, finds all there that came before it. */
  private void apply(Entry entry) throws SQLException {
    if (!Numbers.isCounted(entry.act())) {
      insertion.flush();
    }
    messages.apply(entry);
    attention.apply(entry);
  }

  /** Stores it for good: what became of each draft, in order. */
  List<Outcome> commit() throws SQLException {
    insertion.flush();
    setEnds();
    stage = Stage.COMMITTING;
    connection.setAutoCommit(true); // commits, and for SQLite doesn't begin the next one
    stage = Stage.STORED;
    return outcomes;
  }

  private void setEnds() throws SQLException {
    for (Position end : ends.values()) {
      setEnd.setLong(1, end.seq());
      setEnd.setString(2, end.mark().value());
      setEnd.setString(3, end.room().value());
      setEnd.addBatch();
    }
    if (!ends.isEmpty() && !Arrays.stream(setEnd.executeBatch()).allMatch(rows -> rows == 1)) {
      throw new SQLException("There is no such room among " + ends.keySet());
    }
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
    if (stage == Stage.OPEN || stage == Stage.COMMITTING) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
