package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static chat.parley.log.Drafts.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.message.Code;
import chat.parley.message.Mark;
import chat.parley.message.Position;
import java.nio.file.Path;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachEngine
class SqlStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123456789Z");
  private static final Mark WRONG = new Mark("0000000000000000");

  @Parameter Engine engine;
  @TempDir Path folder;

  private final Drafts tea = new Drafts();
  private final Drafts coffee = new Drafts();
  private Database database;
  private SqlStore store;

  @BeforeEach
  void open() {
    database = engine.open(folder);
    store = store(1000);
    store.commit(List.of(tea.made(), coffee.made()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Another store of the same database, as after a restart. */
  private SqlStore store(int capacity) {
    return new SqlStore(database, Clock.fixed(NOW, ZoneOffset.UTC), capacity);
  }

  private static Outcome commit(Store store, Draft draft) {
    return store.commit(List.of((draft))).get(0);
  }

  private static Entry stored(Store store, Draft draft) {
    return assertInstanceOf(Outcome.Stored.class, commit(store, draft)).entry();
  }

  private static void fill(Store store, Drafts room, int count) {
    long end = store.end(room.id()).seq();
    store.commit(
        LongStream.range(end, end + count)
            .mapToObj(seq -> room.draft(ANN, "r" + seq, "x"))
            .toList());
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static Story story(Store store, Drafts room, Position position, long upTo) {
    return store
        .recall(room.id(), Optional.ofNullable(position), upTo)
        .orElseGet(() -> store.read(room.id(), Optional.ofNullable(position), upTo));
  }

  private static List<Entry> missed(Store store, Drafts room, Position position, long upTo) {
    return assertInstanceOf(Story.Missed.class, story(store, room, position, upTo)).entries();
  }

  private static Story.Afresh afresh(Store store, Drafts room, Position position, long upTo) {
    return assertInstanceOf(Story.Afresh.class, story(store, room, position, upTo));
  }

  private static List<Entry> all(Store store, Drafts room) {
    return missed(store, room, genesis(room), store.end(room.id()).seq());
  }

  private static Position genesis(Drafts room) {
    return new Position(room.id(), 0, Marks.genesis(room.id()));
  }

  @Test
  void eachRoomIsNumberedFromOneWithoutAGap() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      drafts.add((i % 3 == 0 ? coffee : tea).draft("" + i));
    }
    List<Outcome> outcomes = store.commit(drafts);
    assertEquals(drafts, outcomes.stream().map(Outcome::draft).toList());
    assertEquals(range(1, 6), seqs(all(store, tea)));
    assertEquals(range(1, 4), seqs(all(store, coffee)));
    assertEquals(
        List.of("1", "2", "4", "5", "7", "8"),
        all(store, tea).stream().map(entry -> Drafts.content(entry.act())).toList());
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
    assertEquals("hello", Drafts.content(entry.act()));
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
        store.commit(List.of((tea.draft(ANN, "a", "hello")), (tea.draft(ANN, "a", "hello"))));
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
    tea.judgeBy(it -> Optional.of(new Outcome.Refused(it, Code.NOT_JOINED, "No.")));
    assertInstanceOf(Outcome.Refused.class, commit(store, tea.draft("hello")));
    assertEquals(0, store.end(tea.id()).seq());
    tea.judgeBy(it -> Optional.empty());
    assertEquals(1, stored(store, tea.draft("hello")).seq());
  }

  @Test
  void aRepeatIsAnsweredAsOneAlsoToSomebodyWhoMayNotWriteAnyMore() {
    Entry first = stored(store, tea.draft(ANN, "a", "hello"));
    tea.judgeBy(it -> Optional.of(new Outcome.Refused(it, Code.NOT_JOINED, "No.")));
    Draft again = tea.draft(ANN, "a", "hello");
    assertEquals(new Outcome.Repeated(again, first), commit(store, again));
  }

  @Test
  void afterARestartNothingIsMissing() {
    fill(store, tea, 9);
    fill(store, coffee, 3);
    List<Entry> before = all(store, tea);
    SqlStore later = store(1000);
    assertEquals(store.end(tea.id()), later.end(tea.id()));
    assertEquals(before, all(later, tea));
    assertInstanceOf(Outcome.Repeated.class, commit(later, tea.draft(ANN, "r4", "x")));
    assertEquals(10, stored(later, tea.draft(ANN, "new", "x")).seq());
    assertEquals(4, stored(later, coffee.draft(ANN, "new", "x")).seq());
    assertEquals(range(1, 10), seqs(all(later, tea)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 1000})
  void whatFollowsAPositionIsExactlyThat(int capacity) {
    SqlStore some = store(capacity);
    fill(some, tea, 9);
    for (Entry entry : all(some, tea)) {
      assertEquals(range(entry.seq() + 1, 9), seqs(missed(some, tea, entry.position(), 9)));
    }
    assertEquals(range(3, 6), seqs(missed(some, tea, all(some, tea).get(1).position(), 6)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 1000})
  void aPositionOfAnotherHistoryIsToldAfresh(int capacity) {
    SqlStore some = store(capacity);
    fill(some, tea, 60);
    List<Position> others =
        List.of(
            new Position(tea.id(), 0, WRONG),
            new Position(tea.id(), 2, WRONG),
            new Position(tea.id(), 59, WRONG),
            new Position(tea.id(), 60, all(some, tea).get(58).mark()),
            new Position(tea.id(), 61, some.end(tea.id()).mark()),
            new Position(tea.id(), Long.MAX_VALUE, some.end(tea.id()).mark()));
    for (Position other : others) {
      Story.Afresh story = afresh(some, tea, other, 60);
      assertEquals(range(11, 60), seqs(story.entries()));
      assertEquals(all(some, tea).get(9).position(), story.start());
    }
  }

  @Test
  void whoIsNowhereIsToldTheNewest() {
    fill(store, tea, 60);
    assertEquals(range(11, 60), seqs(afresh(store, tea, null, 60).entries()));
    assertEquals(range(1, 7), seqs(afresh(store, tea, null, 7).entries()));
    assertEquals(genesis(tea), afresh(store, tea, null, 7).start());
  }

  @Test
  void anEmptyRoomHasAnEndAndNothingToTell() {
    assertEquals(genesis(tea), store.end(tea.id()));
    assertEquals(Optional.of(new Story.Missed(List.of())), recalled(store, genesis(tea)));
    assertEquals(
        Optional.of(new Story.Afresh(genesis(tea), List.of())),
        store.recall(tea.id(), Optional.empty(), 0));
  }

  private Position position(Drafts room, long seq) {
    return database.read(connection -> Positions.of(connection, room.id(), seq));
  }

  private static Optional<Story> recalled(Store store, Position position) {
    return store.recall(position.room(), Optional.of(position), store.end(position.room()).seq());
  }

  @Test
  void onlyTheNewestOverAllRoomsAreInMemory() {
    SqlStore small = store(4);
    fill(small, tea, 3);
    fill(small, coffee, 3);
    assertEquals(Optional.empty(), recalled(small, position(tea, 1)));
    assertEquals(range(3, 3), seqs(recalled(small, position(tea, 2)).orElseThrow().entries()));
    assertEquals(range(1, 3), seqs(recalled(small, genesis(coffee)).orElseThrow().entries()));
  }

  @Test
  void whoIsAtTheEndNeedsNothingRead() {
    fill(store, tea, 3);
    SqlStore later = store(1000);
    assertEquals(Optional.of(new Story.Missed(List.of())), recalled(later, later.end(tea.id())));
    assertEquals(Optional.empty(), recalled(later, genesis(tea)));
  }

  @Test
  void theNewestAreReadOnceAfterARestart() {
    fill(store, tea, 70);
    SqlStore later = store(1000);
    assertEquals(Optional.empty(), later.recall(tea.id(), Optional.empty(), 70));
    Story read = later.read(tea.id(), Optional.empty(), 70);
    assertEquals(Optional.of(read), later.recall(tea.id(), Optional.empty(), 70));
    stored(later, tea.draft(ANN, "new", "x"));
    assertEquals(
        range(22, 71), seqs(later.recall(tea.id(), Optional.empty(), 71).orElseThrow().entries()));
  }

  @Test
  void muchIsReadInStretches() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < Store.STRETCH + 5; i++) {
      drafts.add(tea.draft("x"));
    }
    store.commit(drafts);
    SqlStore later = store(10);
    List<Entry> first = missed(later, tea, genesis(tea), Store.STRETCH + 5);
    assertEquals(range(1, Store.STRETCH), seqs(first));
    Position position = first.get(first.size() - 1).position();
    assertEquals(
        range(Store.STRETCH + 1, Store.STRETCH + 5),
        seqs(missed(later, tea, position, Store.STRETCH + 5)));
  }

  @Test
  void whatTheDatabaseRefusesLeavesNothingBehind() {
    Draft homeless = new Drafts().draft("no such room");
    assertThrows(
        Unstored.class, () -> store.commit(List.of(tea.draft(ANN, "a", "hello"), homeless)));
    assertEquals(genesis(tea), store.end(tea.id()));
    assertEquals(1, stored(store, tea.draft(ANN, "a", "hello")).seq());
    assertEquals(range(1, 1), seqs(all(store(10), tea)));
  }

  @Test
  void howeverMuchWasDroppedEachNumberHasItsOwnEntry() {
    SqlStore small = store(17);
    Random random = new Random(5);
    Map<Drafts, List<Entry>> said =
        new HashMap<>(Map.of(tea, new ArrayList<>(), coffee, new ArrayList<>()));
    for (int i = 0; i < 200; i++) {
      Drafts room = random.nextInt(4) == 0 ? coffee : tea;
      said.get(room).add(stored(small, room.draft(ANN, "r" + i, "text " + i)));
      int from = random.nextInt(said.get(room).size());
      assertEquals(
          said.get(room).subList(from + 1, said.get(room).size()),
          missed(small, room, said.get(room).get(from).position(), said.get(room).size()));
    }
    assertEquals(said.get(tea), all(small, tea));
    assertEquals(said.get(coffee), all(small, coffee));
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
