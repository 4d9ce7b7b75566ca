package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static chat.parley.log.Drafts.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class MentionTableTest {
  @Parameter Engine engine;
  @TempDir Path folder;

  private final Drafts tea = new Drafts();
  private final Drafts cake = new Drafts();
  private Database database;
  private SqlStore store;

  @BeforeEach
  void open() {
    database = engine.open(folder);
    store = new SqlStore(database, Clock.systemUTC(), 1000);
    store.commit(List.of(tea.made(), cake.made()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void store(Drafts room, PersonId sender, Act... acts) {
    store.commit(Stream.of(acts).map(act -> room.draft(sender, null, act)).toList());
  }

  private static Act say(Long thread, PersonId... named) {
    return new Act.Say(new Text("hello", Set.of(named), false), thread);
  }

  private static Act sayHere() {
    return new Act.Say(new Text("hello @here", Set.of(), true), null);
  }

  private List<Long> seqs(PersonId person, Map<RoomId, Long> since, int most) {
    return store.mentions(person, since, most).stream().map(Mention::seq).toList();
  }

  private List<Long> seqs(PersonId person) {
    return seqs(person, Map.of(tea.id(), 0L), 10);
  }

  @Test
  void whatNamesSomebodyOrEveryoneIsFoundTheNewestFirst() {
    store(tea, BOB, say(null, ANN), say(null), sayHere(), say(null, BOB), say(1L, ANN));
    assertEquals(List.of(5L, 3L, 1L), seqs(ANN));
    Mention reply = store.mentions(ANN, Map.of(tea.id(), 0L), 10).get(0);
    assertEquals(1L, reply.thread());
    assertEquals(BOB, reply.sender());
    assertEquals(tea.id(), reply.room());
  }

  @Test
  void whatOneSaysOneselfIsNot() {
    store(tea, ANN, say(null, ANN), sayHere());
    assertEquals(List.of(), seqs(ANN));
    assertEquals(List.of(2L), seqs(BOB));
  }

  @Test
  void whatNamesSomebodyTwiceIsFoundOnce() {
    store(tea, BOB, new Act.Say(new Text("@ann @here", Set.of(ANN), true), null));
    assertEquals(List.of(1L), seqs(ANN));
  }

  @Test
  void itIsThePresentTextThatCounts() {
    store(tea, BOB, say(null, ANN), say(null, ANN), say(null), say(1L, ANN));
    store(
        tea,
        BOB,
        new Act.Edit(1, new Text("nobody", Set.of(), false)),
        new Act.Delete(2),
        new Act.Edit(3, new Text("@ann", Set.of(ANN), false)));
    assertEquals(List.of(4L, 3L), seqs(ANN));
    store(tea, BOB, new Act.Delete(4));
    assertEquals(List.of(3L), seqs(ANN));
  }

  @Test
  void whoCameLaterWasNotMeantByWhatNamesEveryone() {
    store(tea, BOB, sayHere(), say(null, ANN), sayHere());
    assertEquals(List.of(3L, 2L), seqs(ANN, Map.of(tea.id(), 2L), 10));
  }

  @Test
  void noOtherRoomIsLookedAt() {
    store(tea, BOB, say(null, ANN));
    store(cake, BOB, say(null, ANN), sayHere());
    assertEquals(List.of(1L), seqs(ANN));
    assertEquals(List.of(), seqs(ANN, Map.of(), 10));
  }

  @Test
  void noMoreAreToldThanAreAskedForAndThoseAreTheNewestOfAllRooms() {
    store(tea, BOB, say(null, ANN), say(null, ANN), sayHere());
    Map<RoomId, Long> many = new HashMap<>(Map.of(tea.id(), 0L, cake.id(), 0L));
    IntStream.range(0, 250).forEach(i -> many.put(RoomId.random(), 0L));
    assertEquals(List.of(3L, 2L), seqs(ANN, many, 2));
    assertEquals(List.of(3L, 2L, 1L), seqs(ANN, many, 10));
  }
}
