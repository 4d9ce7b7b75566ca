package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static chat.parley.log.Drafts.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.Slow;
import chat.parley.message.Emoji;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class UnreadTest {
  private static final PersonId CAT = new PersonId("p_0000000000000003");
  private static final List<PersonId> PEOPLE = List.of(ANN, BOB, CAT);

  @Parameter Engine engine;
  @TempDir Path folder;

  private final Drafts tea = new Drafts();
  private final Stirred stirred = new Stirred();
  private Database database;
  private SqlStore store;
  private Unread unread;

  @BeforeEach
  void open() {
    database = engine.open(folder);
    store = new SqlStore(database, Clock.systemUTC(), 1000, stirred);
    store.commit(List.of(tea.made()));
    unread = new Unread(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void store(PersonId sender, Act... acts) {
    List<Draft> drafts = new ArrayList<>();
    for (Act act : acts) {
      drafts.add(tea.draft(sender, null, act));
    }
    store.commit(drafts);
  }

  private static Act say(PersonId... mentions) {
    return new Act.Say(text(mentions), null);
  }

  private static Act reply(long thread, PersonId... mentions) {
    return new Act.Say(text(mentions), thread);
  }

  private static Text text(PersonId... mentions) {
    return new Text("hello", Set.of(mentions), false);
  }

  private static Act sayHere() {
    return new Act.Say(new Text("hello @here", Set.of(), true), null);
  }

  private Tally tally(PersonId person, long mark) {
    return unread.of(List.of(new Reader(person, tea.id(), mark, 0))).get(0);
  }

  private static List<Long> counts(Tally tally) {
    return List.of(tally.asOf(), tally.unread(), tally.mentions());
  }

  @Test
  void othersMessagesAfterTheMarkAreUnread() {
    store(BOB, say(), say(), say());
    store(ANN, say());
    assertEquals(List.of(4L, 3L, 0L), counts(tally(ANN, 0)));
    assertEquals(List.of(4L, 1L, 0L), counts(tally(ANN, 2)));
    assertEquals(List.of(4L, 0L, 0L), counts(tally(ANN, 4)));
    assertEquals(List.of(4L, 1L, 0L), counts(tally(BOB, 0)));
  }

  @Test
  void whatIsDeletedIsNotUnreadAndNothingElseCounts() {
    store(BOB, say(), say(), new Act.Delete(1), new Act.Edit(2, text()));
    store(BOB, new Act.React(2, new Emoji("👍"), true), new Act.Pin(2, true));
    store(BOB, new Act.Belong(CAT, Membership.JOINED), reply(2));
    assertEquals(List.of(8L, 1L, 0L), counts(tally(ANN, 0)));
    assertEquals(List.of(8L, 0L, 0L), counts(tally(ANN, 2)));
  }

  @Test
  void mentionsAreThoseOfThePresentText() {
    store(BOB, say(ANN), say(ANN, CAT), sayHere(), say());
    assertEquals(3, tally(ANN, 0).mentions());
    assertEquals(2, tally(CAT, 0).mentions());
    assertEquals(0, tally(BOB, 0).mentions());
    store(BOB, new Act.Edit(2, text(CAT)), new Act.Edit(4, text(ANN)), new Act.Delete(3));
    assertEquals(2, tally(ANN, 0).mentions());
    assertEquals(1, tally(ANN, 1).mentions());
    assertEquals(1, tally(CAT, 0).mentions());
  }

  @Test
  void aReplyCountsForThoseWhoFollowItsThread() {
    store(ANN, say());
    store(BOB, reply(1), reply(1));
    assertEquals(List.of(new Tally.Followed(1, 1, 2)), tally(ANN, 9).threads());
    assertEquals(List.of(), tally(CAT, 9).threads());
    store(CAT, reply(1));
    store(BOB, reply(1));
    assertEquals(List.of(new Tally.Followed(1, 4, 1)), tally(CAT, 9).threads());
    assertEquals(List.of(new Tally.Followed(1, 2, 1)), tally(BOB, 9).threads());
    store(BOB, new Act.Delete(5));
    assertEquals(List.of(), tally(CAT, 9).threads());
  }

  @Test
  void whoIsNamedFollowsFromThere() {
    store(ANN, say());
    store(BOB, reply(1), reply(1, CAT), reply(1));
    assertEquals(List.of(new Tally.Followed(1, 2, 2)), tally(CAT, 9).threads());
    store(ANN, sayHere());
    store(BOB, reply(5));
    assertEquals(
        List.of(new Tally.Followed(1, 2, 2), new Tally.Followed(5, 5, 1)), tally(CAT, 9).threads());
  }

  @Test
  void whatWasThereBeforeOneCameIsReadInThreadsToo() {
    store(BOB, sayHere());
    store(ANN, reply(1), reply(1), reply(1));
    List<Reader> came = List.of(new Reader(CAT, tea.id(), 3, 3));
    assertEquals(List.of(new Tally.Followed(1, 3, 1)), unread.of(came).get(0).threads());
  }

  @Test
  void itIsToldInWhichThreadsThereIsNews() {
    store(ANN, say(), say());
    assertEquals(Set.of(), stirred.take());
    store(BOB, reply(1, CAT), new Act.Delete(3));
    ThreadId thread = new ThreadId(tea.id(), 1);
    assertEquals(Set.of(thread), stirred.take());
    assertEquals(Set.of(), stirred.take());
    assertEquals(
        Set.of(
            new Follower(tea.id(), ANN), new Follower(tea.id(), BOB), new Follower(tea.id(), CAT)),
        unread.followers(Set.of(thread)));
    store(ANN, sayHere());
    assertEquals(
        Set.of(new Follower(tea.id(), null)), unread.followers(Set.of(new ThreadId(tea.id(), 5))));
  }

  @Test
  void manyAreCountedAtATime() {
    store(BOB, say(), say(ANN));
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < Unread.MAX_READERS - 1; i++) {
      readers.add(new Reader(new PersonId("p_%016d".formatted(i)), tea.id(), i % 3, 0));
    }
    readers.add(new Reader(ANN, tea.id(), 0, 0));
    Map<Reader, Tally> tallies = new HashMap<>();
    unread.of(readers).forEach(tally -> tallies.put(tally.reader(), tally));
    assertEquals(readers.size(), tallies.size());
    tallies.forEach((reader, tally) -> assertEquals(2 - reader.mark(), tally.unread()));
    assertEquals(1, tallies.get(new Reader(ANN, tea.id(), 0, 0)).mentions());
    assertEquals(List.of(), unread.of(List.of()));
  }

  /** Against a count from the sentences of the protocol alone. */
  @Slow
  @Test
  void itIsWhatARecountSays() {
    Random random = new Random(7);
    Recount recount = new Recount();
    for (int i = 0; i < 400; i++) {
      PersonId sender = PEOPLE.get(random.nextInt(PEOPLE.size()));
      Act act = recount.anything(random, sender);
      store(sender, act);
      recount.add(sender, act);
    }
    for (PersonId person : PEOPLE) {
      for (long mark = 0; mark <= 400; mark += 7) {
        assertEquals(recount.unread(person, mark), counts(tally(person, mark)));
      }
      Map<Long, Long> threads = new HashMap<>();
      tally(person, 0).threads().forEach(it -> threads.put(it.thread(), it.unread()));
      assertEquals(recount.threads(person), threads);
    }
  }

  /** The room's messages, in plain lists. */
  private static final class Recount {
    private record Said(PersonId sender, Long thread, Set<PersonId> mentions) {}

    private final Map<Long, Said> messages = new HashMap<>();
    private final Map<Long, Map<PersonId, Long>> followers = new HashMap<>();
    private final Set<Long> deleted = new HashSet<>();
    private long last;

    Act anything(Random random, PersonId sender) {
      List<Long> roots = seqs(it -> it.thread() == null);
      List<Long> own = seqs(it -> it.sender().equals(sender));
      PersonId[] named = random.nextInt(3) == 0 ? new PersonId[] {CAT} : new PersonId[0];
      int choice = random.nextInt(10);
      if (choice < 2 && !roots.isEmpty()) {
        return reply(roots.get(random.nextInt(roots.size())), named);
      }
      if (choice == 2 && !own.isEmpty()) {
        return new Act.Delete(own.get(random.nextInt(own.size())));
      }
      if (choice == 3 && !own.isEmpty()) {
        return new Act.Edit(own.get(random.nextInt(own.size())), text(named));
      }
      return choice == 4 ? new Act.Belong(BOB, Membership.JOINED) : say(named);
    }

    private List<Long> seqs(Predicate<Said> which) {
      return messages.entrySet().stream()
          .filter(it -> !deleted.contains(it.getKey()) && which.test(it.getValue()))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    void add(PersonId sender, Act act) {
      last++;
      if (act instanceof Act.Say say) {
        put(last, sender, say.thread(), say.text().mentions());
        if (say.thread() != null) {
          follow(say.thread(), messages.get(say.thread()).sender(), say.thread());
          follow(say.thread(), sender, last);
        }
      } else if (act instanceof Act.Edit edit) {
        put(edit.target(), sender, messages.get(edit.target()).thread(), edit.text().mentions());
      } else if (act instanceof Act.Delete delete) {
        deleted.add(delete.target());
      }
    }

    private void put(long seq, PersonId sender, Long thread, Set<PersonId> mentions) {
      messages.put(seq, new Said(sender, thread, mentions));
      long root = thread == null ? seq : thread;
      mentions.forEach(person -> follow(root, person, thread == null ? seq : seq - 1));
    }

    private void follow(long root, PersonId person, long since) {
      followers.computeIfAbsent(root, it -> new HashMap<>()).putIfAbsent(person, since);
    }

    List<Long> unread(PersonId person, long mark) {
      List<Long> unread =
          seqs(it -> it.thread() == null && !it.sender().equals(person)).stream()
              .filter(seq -> seq > mark)
              .toList();
      long mentions =
          unread.stream().filter(seq -> messages.get(seq).mentions().contains(person)).count();
      return List.of(last, (long) unread.size(), mentions);
    }

    Map<Long, Long> threads(PersonId person) {
      Map<Long, Long> threads = new HashMap<>();
      followers.forEach(
          (root, people) -> {
            long count =
                seqs(it -> it.thread() != null && it.thread() == root.longValue()).stream()
                    .filter(seq -> !messages.get(seq).sender().equals(person))
                    .filter(seq -> people.containsKey(person) && seq > people.get(person))
                    .count();
            if (count > 0) {
              threads.put(root, count);
            }
          });
      return threads;
    }
  }
}
