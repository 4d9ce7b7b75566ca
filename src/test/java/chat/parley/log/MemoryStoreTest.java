package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static chat.parley.log.Drafts.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chat.parley.message.Code;
import chat.parley.message.Mark;
import chat.parley.message.Position;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123456789Z");
  private static final Mark WRONG = new Mark("0000000000000000");

  private final MemoryStore store = store(1000);
  private final Drafts tea = new Drafts();
  private final Drafts coffee = new Drafts();

  private static MemoryStore store(int capacity) {
    return new MemoryStore(Clock.fixed(NOW, ZoneOffset.UTC), capacity);
  }

  private static Outcome commit(Store store, Draft draft) {
    return store.commit(List.of(Judged.of(draft))).get(0);
  }

  private static Entry stored(Store store, Draft draft) {
    return assertInstanceOf(Outcome.Stored.class, commit(store, draft)).entry();
  }

  private static void fill(Store store, Drafts room, int count) {
    for (int i = 0; i < count; i++) {
      stored(store, room.draft(ANN, "r" + store.end(room.id()).seq(), "x"));
    }
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void eachRoomIsNumberedFromOneWithoutAGap() {
    List<Judged> drafts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      drafts.add(Judged.of((i % 3 == 0 ? coffee : tea).draft("" + i)));
    }
    List<Outcome> outcomes = store.commit(drafts);
    assertEquals(
        drafts.stream().map(Judged::draft).toList(),
        outcomes.stream().map(Outcome::draft).toList());
    assertEquals(range(1, 6), seqs(store.tail(tea.id(), 100, 100).entries()));
    assertEquals(range(1, 4), seqs(store.tail(coffee.id(), 100, 100).entries()));
    assertEquals(
        List.of("1", "2", "4", "5", "7", "8"),
        store.tail(tea.id(), 100, 100).entries().stream().map(Entry::content).toList());
  }

  @Test
  void eachMarkFollowsFromTheOneBefore() {
    Mark mark = Marks.genesis(tea.id());
    assertEquals(new Position(tea.id(), 0, mark), store.end(tea.id()));
    for (int i = 1; i <= 5; i++) {
      Draft draft = tea.draft(i % 2 == 0 ? ANN : BOB, i == 3 ? null : "ref" + i, "text " + i);
      Entry entry = stored(store, draft);
      mark = Marks.next(mark, i, Entry.Kind.MESSAGE, draft.sender(), draft.ref(), entry.at());
      assertEquals(new Position(tea.id(), i, mark), entry.position());
      assertEquals(entry.position(), store.end(tea.id()));
    }
  }

  @Test
  void anEntryIsWhatWasSaidInWholeMilliseconds() {
    Entry entry = stored(store, tea.draft(BOB, "a", "hello"));
    assertEquals(BOB, entry.sender());
    assertEquals("a", entry.ref().value());
    assertEquals("hello", entry.content());
    assertEquals(Instant.parse("2026-11-23T02:00:00.123Z"), entry.at());
  }

  @Test
  void aRepeatedRefIsAnsweredByWhatItStored() {
    Entry first = stored(store, tea.draft(ANN, "a", "hello"));
    Draft again = tea.draft(ANN, "a", "hello");
    assertEquals(new Outcome.Repeated(again, first), commit(store, again));
    assertEquals(1, store.end(tea.id()).seq());
  }

  @Test
  void aRefRepeatedWithinOneTransactionIsARepeatToo() {
    List<Outcome> outcomes =
        store.commit(
            List.of(
                Judged.of(tea.draft(ANN, "a", "hello")), Judged.of(tea.draft(ANN, "a", "hello"))));
    assertInstanceOf(Outcome.Stored.class, outcomes.get(0));
    assertInstanceOf(Outcome.Repeated.class, outcomes.get(1));
  }

  @Test
  void aRefOfAnotherContentIsRefused() {
    stored(store, tea.draft(ANN, "a", "hello"));
    Outcome.Refused refused =
        assertInstanceOf(Outcome.Refused.class, commit(store, tea.draft(ANN, "a", "bye")));
    assertEquals(Code.REF_REUSED, refused.code());
    assertEquals(1, store.end(tea.id()).seq());
  }

  @Test
  void aRefIsOneSendersInOneRoom() {
    stored(store, tea.draft(ANN, "a", "hello"));
    assertEquals(2, stored(store, tea.draft(BOB, "a", "hello")).seq());
    assertEquals(1, stored(store, coffee.draft(ANN, "a", "hello")).seq());
  }

  @Test
  void withoutARefNothingIsARepeat() {
    stored(store, tea.draft("hello"));
    assertEquals(2, stored(store, tea.draft("hello")).seq());
  }

  @Test
  void whatMayNotBeWrittenTakesNoNumber() {
    Draft draft = tea.draft("hello");
    Outcome.Refused refused = new Outcome.Refused(draft, Code.NOT_JOINED, "No.");
    assertEquals(List.of(refused), store.commit(List.of(new Judged(draft, Optional.of(refused)))));
    assertEquals(0, store.end(tea.id()).seq());
    assertEquals(1, stored(store, tea.draft("hello")).seq());
  }

  @Test
  void aRepeatIsAnsweredAsOneAlsoToSomebodyWhoMayNotWriteAnyMore() {
    Entry first = stored(store, tea.draft(ANN, "a", "hello"));
    Draft again = tea.draft(ANN, "a", "hello");
    Outcome.Refused refused = new Outcome.Refused(again, Code.NOT_JOINED, "No.");
    assertEquals(
        List.of(new Outcome.Repeated(again, first)),
        store.commit(List.of(new Judged(again, Optional.of(refused)))));
  }

  @Test
  void whatFollowsAPositionIsExactlyThat() {
    fill(store, tea, 9);
    for (long seq = 0; seq <= 9; seq++) {
      Position position = positionAt(store, tea, seq);
      assertEquals(range(seq + 1, 9), seqs(store.after(position, 9).orElseThrow()));
      assertEquals(range(seq + 1, 6), seqs(store.after(position, 6).orElseThrow()));
    }
  }

  private static Position positionAt(Store store, Drafts room, long seq) {
    return store.tail(room.id(), seq, 0).start();
  }

  @Test
  void aPositionOfAnotherHistoryIsNone() {
    fill(store, tea, 3);
    assertEquals(Optional.empty(), store.after(new Position(tea.id(), 2, WRONG), 3));
    assertEquals(Optional.empty(), store.after(new Position(tea.id(), 0, WRONG), 3));
    assertEquals(
        Optional.empty(),
        store.after(new Position(tea.id(), 3, positionAt(store, tea, 2).mark()), 3));
  }

  @Test
  void aPositionBeyondTheEndIsNone() {
    fill(store, tea, 3);
    Mark end = store.end(tea.id()).mark();
    assertEquals(Optional.empty(), store.after(new Position(tea.id(), 4, end), 4));
    assertEquals(
        Optional.empty(), store.after(new Position(tea.id(), Long.MAX_VALUE, end), Long.MAX_VALUE));
  }

  @Test
  void theTailHoldsTheNewestAndSaysWhereItBegins() {
    fill(store, tea, 9);
    Store.Tail tail = store.tail(tea.id(), 7, 3);
    assertEquals(range(5, 7), seqs(tail.entries()));
    assertEquals(store.tail(tea.id(), 4, 1).entries().get(0).position(), tail.start());
    assertEquals(range(1, 9), seqs(store.tail(tea.id(), 9, 50).entries()));
    assertEquals(
        new Position(tea.id(), 0, Marks.genesis(tea.id())), store.tail(tea.id(), 9, 50).start());
  }

  @Test
  void anEmptyRoomHasAnEndAndATail() {
    Position start = new Position(tea.id(), 0, Marks.genesis(tea.id()));
    assertEquals(start, store.end(tea.id()));
    assertEquals(1, store.first(tea.id()));
    assertEquals(new Store.Tail(start, List.of()), store.tail(tea.id(), 0, 50));
    assertEquals(Optional.of(List.of()), store.after(start, 0));
  }

  @Test
  void theOldestOverAllRoomsIsDroppedFirst() {
    MemoryStore small = store(4);
    fill(small, tea, 3);
    fill(small, coffee, 3);
    assertEquals(3, small.first(tea.id()));
    assertEquals(1, small.first(coffee.id()));
    fill(small, coffee, 4);
    assertEquals(4, small.first(tea.id()));
    assertEquals(4, small.first(coffee.id()));
    assertEquals(range(4, 7), seqs(small.tail(coffee.id(), 7, 50).entries()));
  }

  @Test
  void theEndOutlivesWhatWasDropped() {
    MemoryStore small = store(2);
    fill(small, tea, 3);
    Position end = small.end(tea.id());
    fill(small, coffee, 2);
    assertEquals(end, small.end(tea.id()));
    assertEquals(new Store.Tail(end, List.of()), small.tail(tea.id(), 3, 50));
    assertEquals(4, stored(small, tea.draft("more")).seq());
  }

  @Test
  void aPositionJustBeforeWhatIsHeldGetsTheRestAndAnEarlierOneNothing() {
    MemoryStore small = store(3);
    fill(small, tea, 3);
    Position two = positionAt(small, tea, 2);
    Position three = positionAt(small, tea, 3);
    fill(small, tea, 3);
    assertEquals(4, small.first(tea.id()));
    assertEquals(range(4, 6), seqs(small.after(three, 6).orElseThrow()));
    assertEquals(Optional.empty(), small.after(two, 6));
    assertEquals(Optional.empty(), small.after(new Position(tea.id(), 3, two.mark()), 6));
  }

  @Test
  void theRefOfADroppedEntryIsForgottenAndTheOthersAreNot() {
    MemoryStore small = store(2);
    fill(small, tea, 3);
    assertInstanceOf(Outcome.Repeated.class, commit(small, tea.draft(ANN, "r2", "x")));
    assertEquals(4, stored(small, tea.draft(ANN, "r0", "x")).seq());
  }

  @Test
  void howeverMuchWasDroppedEachNumberHasItsOwnEntry() {
    int capacity = 17;
    MemoryStore small = store(capacity);
    Random random = new Random(5);
    Map<Drafts, List<Entry>> all =
        new HashMap<>(Map.of(tea, new ArrayList<>(), coffee, new ArrayList<>()));
    for (int i = 0; i < 500; i++) {
      Drafts room = random.nextInt(4) == 0 ? coffee : tea;
      all.get(room).add(stored(small, room.draft(ANN, "r" + i, "text " + i)));
      int held = 0;
      for (Drafts one : List.of(tea, coffee)) {
        List<Entry> whole = all.get(one);
        int first = (int) small.first(one.id());
        List<Entry> newest = whole.subList(first - 1, whole.size());
        assertEquals(newest, small.tail(one.id(), whole.size(), capacity).entries());
        held += newest.size();
      }
      assertEquals(Math.min(i + 1, capacity), held);
    }
  }

  @Test
  void aMarkCoversAllButTheText() {
    Mark before = Marks.genesis(tea.id());
    Instant at = Instant.ofEpochMilli(1_000);
    Mark mark = Marks.next(before, 1, Entry.Kind.MESSAGE, ANN, tea.draft(ANN, "a", "").ref(), at);
    assertNotEquals(Marks.genesis(coffee.id()), before);
    assertNotEquals(
        mark, Marks.next(mark, 1, Entry.Kind.MESSAGE, ANN, tea.draft(ANN, "a", "").ref(), at));
    assertNotEquals(
        mark, Marks.next(before, 2, Entry.Kind.MESSAGE, ANN, tea.draft(ANN, "a", "").ref(), at));
    assertNotEquals(
        mark, Marks.next(before, 1, Entry.Kind.MESSAGE, BOB, tea.draft(ANN, "a", "").ref(), at));
    assertNotEquals(
        mark, Marks.next(before, 1, Entry.Kind.MESSAGE, ANN, tea.draft(ANN, "b", "").ref(), at));
    assertNotEquals(mark, Marks.next(before, 1, Entry.Kind.MESSAGE, ANN, null, at));
    assertNotEquals(
        mark,
        Marks.next(
            before, 1, Entry.Kind.MESSAGE, ANN, tea.draft(ANN, "a", "").ref(), at.plusMillis(1)));
    assertEquals(
        mark,
        Marks.next(
            before, 1, Entry.Kind.MESSAGE, ANN, tea.draft(ANN, "a", "").ref(), at.plusNanos(1)));
  }
}
