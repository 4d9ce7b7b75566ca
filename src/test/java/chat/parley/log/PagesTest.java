package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static chat.parley.log.Drafts.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import chat.parley.message.Emoji;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import chat.parley.message.Title;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class PagesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @Parameter Engine engine;
  @TempDir Path folder;

  private final Drafts tea = new Drafts();
  private Database database;
  private SqlStore store;

  @BeforeEach
  void open() {
    database = engine.open(folder);
    store = at(NOW);
    store.commit(List.of(tea.made()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SqlStore at(Instant time) {
    return new SqlStore(database, Clock.fixed(time, ZoneOffset.UTC), 1000);
  }

  private void store(PersonId sender, Act... acts) {
    List<Draft> drafts = new ArrayList<>();
    for (Act act : acts) {
      drafts.add(tea.draft(sender, null, act));
    }
    store.commit(drafts);
  }

  private static Act say(String content) {
    return new Act.Say(Text.of(content), null);
  }

  private static Act reply(long thread) {
    return new Act.Say(Text.of("reply"), thread);
  }

  private Page page(Leaf.Place place, Long thread, int limit) {
    return pageOf(thread == null ? new Leaf.InRoom() : new Leaf.OfThread(thread), place, limit);
  }

  private Page pageOf(Leaf.Scope scope, Leaf.Place place, int limit) {
    return store.page(tea.id(), new Leaf(place, scope, limit), ANN);
  }

  private static List<Long> seqs(Page page) {
    return page.entries().stream().map(Entry::seq).toList();
  }

  @Test
  void anEmptyRoomHasAnEmptyPage() {
    assertEquals(
        new Page(0, List.of(), List.of(), List.of(), List.of(), false, false),
        page(new Leaf.Newest(), null, 50));
  }

  @Test
  void itShowsMessagesAsTheyAreNow() {
    store(ANN, say("one"), say("two"), new Act.Edit(1, Text.of("new")), new Act.Delete(2));
    Page page = page(new Leaf.Newest(), null, 50);
    assertEquals(4, page.asOf());
    assertEquals(
        List.of(new Act.Say(Text.of("new"), null, true), new Act.Say(null, null, false)),
        page.entries().stream().map(Entry::act).toList());
  }

  @Test
  void itShowsWhatHappenedToTheRoom() {
    Act title = new Act.Settle(new Title("Tea"), null, null);
    Act joined = new Act.Belong(BOB, Membership.JOINED);
    store(ANN, title, joined);
    assertEquals(
        List.of(title, joined),
        page(new Leaf.Newest(), null, 50).entries().stream().map(Entry::act).toList());
  }

  @Test
  void itTellsWhoReacted() {
    Emoji yes = new Emoji("👍");
    Emoji no = new Emoji("👎");
    store(ANN, say("one"), say("two"), new Act.React(2, no, true), new Act.React(1, no, true));
    store(BOB, new Act.React(1, yes, true), new Act.React(1, no, true));
    store(ANN, new Act.React(2, no, false));
    assertEquals(
        List.of(
            new Page.Reactions(1, no, 2, List.of(ANN, BOB), true),
            new Page.Reactions(1, yes, 1, List.of(BOB), false)),
        page(new Leaf.Newest(), null, 50).reactions());
    store(ANN, new Act.Delete(1));
    assertEquals(List.of(), page(new Leaf.Newest(), null, 50).reactions());
  }

  @Test
  void ofManyWhoReactedTheFirstAreNamedAndAllAreCounted() {
    store(ANN, say("one"));
    Emoji yes = new Emoji("👍");
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < Pages.MAX_PEOPLE + 5; i++) {
      people.add(new PersonId("p_%016d".formatted(i)));
      store(people.get(i), new Act.React(1, yes, true));
    }
    store(ANN, new Act.React(1, yes, true));
    assertEquals(
        List.of(
            new Page.Reactions(
                1, yes, Pages.MAX_PEOPLE + 6, people.subList(0, Pages.MAX_PEOPLE), true)),
        page(new Leaf.Newest(), null, 50).reactions());
  }

  @Test
  void itTellsOfThreadsAndPins() {
    store(ANN, say("root"), reply(1), reply(1), new Act.Delete(3), say("other"));
    store(ANN, new Act.Pin(1, true), new Act.Pin(5, true), new Act.Pin(5, false));
    Page page = page(new Leaf.Newest(), null, 50);
    assertEquals(List.of(1L, 5L), seqs(page));
    assertEquals(List.of(new Page.Replies(1, 1, 3, NOW)), page.replies());
    assertEquals(List.of(1L), page.pins());
  }

  @Test
  void theTimeOfTheLastReplyIsThatOfOneThatIsThere() {
    store(ANN, say("root"), reply(1));
    SqlStore later = at(NOW.plusSeconds(60));
    later.commit(List.of(tea.draft(ANN, null, reply(1))));
    assertEquals(NOW.plusSeconds(60), lastReply());
    later.commit(List.of(tea.draft(ANN, null, new Act.Delete(3))));
    assertEquals(NOW, lastReply());
    later.commit(List.of(tea.draft(ANN, null, new Act.Delete(2))));
    assertNull(lastReply());
  }

  private Instant lastReply() {
    return page(new Leaf.Newest(), null, 50).replies().get(0).at();
  }

  @Test
  void pinnedMessagesAreReadByThemselves() {
    store(ANN, say("one"), reply(1), say("three"), reply(3), say("five"));
    for (long seq : new long[] {1, 2, 3, 5}) {
      store(ANN, new Act.Pin(seq, true));
    }
    store(ANN, new Act.Pin(1, false), new Act.Delete(5));
    Page newest = pageOf(new Leaf.Pinned(), new Leaf.Newest(), 1);
    assertEquals(List.of(3L), seqs(newest));
    assertEquals(List.of(3L), newest.pins());
    assertEquals(1, newest.replies().get(0).count());
    assertTrue(newest.isMoreBefore());
    assertFalse(newest.isMoreAfter());
    Page before = pageOf(new Leaf.Pinned(), new Leaf.Before(3), 50);
    assertEquals(List.of(2L), seqs(before));
    assertFalse(before.isMoreBefore());
  }

  @Test
  void aThreadBeginsWithItsMessage() {
    store(ANN, say("root"), reply(1), say("other"), reply(1), reply(1));
    assertEquals(List.of(1L, 2L, 4L, 5L), seqs(page(new Leaf.Newest(), 1L, 50)));
    Page last = page(new Leaf.Newest(), 1L, 2);
    assertEquals(List.of(4L, 5L), seqs(last));
    assertTrue(last.isMoreBefore());
    Page first = page(new Leaf.Before(4), 1L, 2);
    assertEquals(List.of(1L, 2L), seqs(first));
    assertFalse(first.isMoreBefore());
    assertTrue(first.isMoreAfter());
    assertEquals(List.of(1L, 2L), seqs(page(new Leaf.After(0), 1L, 2)));
  }

  @Test
  void aDateIsFound() {
    for (int i = 0; i < 10; i++) {
      at(NOW.plusSeconds(60L * i)).commit(List.of(tea.draft("x")));
    }
    assertEquals(
        List.of(4L, 5L, 6L, 7L), seqs(page(new Leaf.Since(NOW.plusSeconds(60L * 5 - 1)), null, 4)));
    assertEquals(List.of(1L, 2L), seqs(page(new Leaf.Since(Instant.EPOCH), null, 4)));
    assertEquals(List.of(9L, 10L), seqs(page(new Leaf.Since(NOW.plusSeconds(6000)), null, 4)));
  }

  @Test
  void longMessagesMakeShorterPages() {
    String content = "x".repeat(Pages.MAX_CHARACTERS / 4);
    for (int i = 0; i < 10; i++) {
      store(ANN, say(content));
    }
    store(ANN, say(content.repeat(10)));
    assertEquals(List.of(11L), seqs(page(new Leaf.Newest(), null, 50)));
    Page before = page(new Leaf.Before(11), null, 50);
    assertEquals(List.of(7L, 8L, 9L, 10L), seqs(before));
    assertTrue(before.isMoreBefore());
    assertEquals(List.of(1L, 2L, 3L, 4L), seqs(page(new Leaf.After(0), null, 50)));
  }

  @Slow
  @Test
  void everyPageIsWhatTheRoomHolds() {
    Random random = new Random(1);
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      acts.add(anything(random, acts));
    }
    store(ANN, acts.toArray(Act[]::new));
    for (int i = 0; i < 500; i++) {
      Long thread = random.nextInt(4) == 0 ? root(random, acts) : null;
      check(acts, thread, random.nextInt(302), 1 + random.nextInt(30));
    }
  }

  private static Act anything(Random random, List<Act> acts) {
    return switch (acts.isEmpty() ? 0 : random.nextInt(5)) {
      case 0, 1 -> say("x");
      case 2 -> reply(root(random, acts));
      case 3 -> new Act.React(root(random, acts), new Emoji("👍"), random.nextBoolean());
      default -> new Act.Belong(BOB, Membership.JOINED);
    };
  }

  private static long root(Random random, List<Act> acts) {
    List<Long> roots =
        LongStream.rangeClosed(1, acts.size())
            .filter(it -> acts.get((int) it - 1) instanceof Act.Say say && say.thread() == null)
            .boxed()
            .toList();
    return roots.get(random.nextInt(roots.size()));
  }

  private void check(List<Act> acts, Long thread, long seq, int limit) {
    LongPredicate shown = it -> isShown(acts.get((int) it - 1), it, thread);
    List<Long> all = LongStream.rangeClosed(1, acts.size()).filter(shown).boxed().toList();
    List<Long> below = all.stream().filter(it -> it < seq).toList();
    List<Long> above = all.stream().filter(it -> it > seq).toList();
    Page before = page(new Leaf.Before(seq), thread, limit);
    assertEquals(below.subList(Math.max(0, below.size() - limit), below.size()), seqs(before));
    assertEquals(below.size() > limit, before.isMoreBefore());
    Page after = page(new Leaf.After(seq), thread, limit);
    assertEquals(above.subList(0, Math.min(above.size(), limit)), seqs(after));
    assertEquals(above.size() > limit, after.isMoreAfter());
  }

  private static boolean isShown(Act act, long seq, Long thread) {
    if (thread != null) {
      return seq == thread || (act instanceof Act.Say say && thread.equals(say.thread()));
    }
    return act instanceof Act.Belong || (act instanceof Act.Say say && say.thread() == null);
  }
}
