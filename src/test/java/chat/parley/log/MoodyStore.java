package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that fails as it is told to, and else only says that it stored. Thread-safe. */
final class MoodyStore implements Store {
  private final Deque<Failure> failures = new ArrayDeque<>();
  private final List<List<Work>> commits = new ArrayList<>();
  private Failure always;

  /** The next commits fail so, one after the other. */
  synchronized void fail(Failure... next) {
    failures.addAll(List.of(next));
  }

  /** From now on all commits fail so; none if it is null. */
  synchronized void failAlways(Failure why) {
    always = why;
  }

  /** What was to be stored, also if it failed. */
  synchronized List<List<Work>> commits() {
    return List.copyOf(commits);
  }

  @Override
  public synchronized List<Outcome> commit(List<? extends Work> work) {
    commits.add(List.copyOf(work));
    Failure why = failures.isEmpty() ? always : failures.remove();
    if (why != null) {
      throw new Unstored(why, new SQLException("as it was told"));
    }
    return work.stream()
        .filter(Draft.class::isInstance)
        .<Outcome>map(one -> new Outcome.Stored((Draft) one, null))
        .toList();
  }

  @Override
  public Position end(RoomId room) {
    throw unasked();
  }

  @Override
  public long first(RoomId room) {
    throw unasked();
  }

  @Override
  public Optional<Story> recall(RoomId room, Optional<Position> position, long upTo) {
    throw unasked();
  }

  @Override
  public Story read(RoomId room, Optional<Position> position, long upTo) {
    throw unasked();
  }

  @Override
  public Page page(RoomId room, Leaf leaf, PersonId reader) {
    throw unasked();
  }

  @Override
  public List<Mention> mentions(PersonId person, Map<RoomId, Long> since, int most) {
    throw unasked();
  }

  /** It stands in for a store where only the committer has hold of it, which reads nothing. */
  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("a committer only commits");
  }
}
