package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A room that writes down what the log tells it. What it heard is safe to read from any thread. */
final class Drafts implements LoggedRoom {
  static final PersonId ANN = new PersonId("p_7c2m5x9k4w1q8z3h");
  static final PersonId BOB = new PersonId("p_3n8v6t1r5y2d9f4g");

  /** What came of the drafts, one list a call. */
  final BlockingQueue<List<Outcome>> told = new LinkedBlockingQueue<>();

  private final RoomId id = RoomId.random();
  private volatile Function<Draft, Optional<Outcome.Refused>> judgement = draft -> Optional.empty();

  /** The entries of the transaction that is under way. */
  final List<Entry> entered = new CopyOnWriteArrayList<>();

  @Override
  public RoomId id() {
    return id;
  }

  @Override
  public Optional<Outcome.Refused> judge(Draft draft, Past past) {
    return judgement.apply(draft);
  }

  @Override
  public void enter(Entry entry, Connection connection) {
    entered.add(entry);
  }

  @Override
  public void forget() {
    entered.clear();
  }

  @Override
  public void committed(List<Outcome> outcomes) {
    entered.clear();
    told.add(outcomes);
  }

  /** From now on drafts are judged so. */
  void judgeBy(Function<Draft, Optional<Outcome.Refused>> rule) {
    judgement = rule;
  }

  /** What makes the room in a database. */
  Change made() {
    return connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO room (id, kind, title, topic, archived, last_seq, last_mark)"
                  + " VALUES (?, 'public', '', '', 0, 0, ?)")) {
        insert.setString(1, id.value());
        insert.setString(2, Marks.genesis(id).value());
        insert.executeUpdate();
      }
    };
  }

  Draft draft(PersonId sender, String ref, Act act) {
    return new Draft(this, sender, ref == null ? null : new Ref(ref), act, outcome -> {});
  }

  Draft draft(PersonId sender, String ref, String content) {
    return draft(sender, ref, new Act.Say(Text.of(content), null));
  }

  /** What a draft or an entry says. */
  static String content(Act act) {
    return act instanceof Act.Say say && say.text() != null ? say.text().content() : null;
  }

  Draft draft(String content) {
    return draft(ANN, null, content);
  }

  /** Waits until it was told of as many drafts, and says what. */
  List<Outcome> await(int count) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    while (outcomes.size() < count) {
      List<Outcome> more = told.poll(10, TimeUnit.SECONDS);
      if (more == null) {
        throw new AssertionError("told only of " + outcomes);
      }
      outcomes.addAll(more);
    }
    return outcomes;
  }
}
