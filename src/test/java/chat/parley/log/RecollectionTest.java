package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is in memory after a restart. */
@OnEachEngine
class RecollectionTest {
  private static final int ROOMS = 30;

  @Parameter Engine engine;
  @TempDir Path folder;

  private final List<Drafts> rooms = Stream.generate(Drafts::new).limit(ROOMS).toList();
  private CountedDatabase database;
  private SqlStore store;

  @BeforeEach
  void open() {
    database = new CountedDatabase(engine.open(folder));
    store = store(10_000);
    store.commit(rooms.stream().map(Drafts::made).toList());
    for (int i = 0; i < ROOMS; i++) {
      say(rooms.get(i), i);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SqlStore store(int capacity) {
    return new SqlStore(database, Clock.systemUTC(), capacity);
  }

  /** As many things as are said in a transaction of their own. */
  private void say(Drafts room, int count) {
    store.commit(IntStream.range(0, count).mapToObj(n -> room.draft(ANN, "r" + n, "x")).toList());
  }

  /** A store that remembers, as after a restart. */
  private SqlStore restarted(int capacity) {
    SqlStore later = store(capacity);
    later.recollect();
    return later;
  }

  private static Optional<Story> recalled(SqlStore from, Drafts room, long seq, Position at) {
    return from.recall(room.id(), Optional.of(at), seq);
  }

  private Position position(Drafts room, long seq) {
    return database.read(connection -> Positions.of(connection, room.id(), seq));
  }

  @Test
  void aFairShareOfEachRoom() {
    SqlStore later = restarted(ROOMS * 20);
    for (int i = 1; i < ROOMS; i++) {
      Drafts room = rooms.get(i);
      for (int seq = Math.max(0, i - 20); seq < i; seq++) {
        Position position = position(room, seq);
        assertEquals(
            recalled(store, room, i, position), recalled(later, room, i, position), i + ":" + seq);
      }
    }
    assertTrue(recalled(later, rooms.get(25), 25, position(rooms.get(25), 4)).isEmpty());
  }

  @Test
  void ofManyRoomsThoseThatWereHeardLast() {
    SqlStore later = restarted(100);
    for (int i = 11; i < ROOMS; i++) {
      Drafts room = rooms.get(i);
      boolean here = recalled(later, room, i, position(room, i - 10)).isPresent();
      assertEquals(i >= ROOMS - 10, here, "room " + i);
    }
  }

  @Test
  void ofOneMessageAsItIsNow() {
    Drafts room = rooms.get(29);
    List<Draft> drafts = new ArrayList<>();
    drafts.add(room.draft(ANN, "e", new Act.Edit(29, Text.of("edited"))));
    drafts.add(room.draft(ANN, "d", new Act.Delete(28)));
    store.commit(drafts);
    SqlStore later = restarted(ROOMS * 20);
    Position position = position(room, 20);
    assertEquals(recalled(store, room, 31, position), recalled(later, room, 31, position));
  }

  @Test
  void whatIsReadBesidesIsHereFromThenOn() {
    Drafts room = rooms.get(29);
    SqlStore later = restarted(ROOMS * 20);
    Position position = position(room, 3);
    assertTrue(recalled(later, room, 29, position).isEmpty());
    Story read = later.read(room.id(), Optional.of(position), 29);
    assertEquals(recalled(store, room, 29, position), Optional.of(read));
    assertEquals(Optional.of(read), recalled(later, room, 29, position));
  }

  @Test
  void withFewStatementsHoweverManyRooms() {
    int before = database.statements();
    restarted(10_000);
    assertTrue(database.statements() - before <= 13, "one for each 1,000 entries, and three");
  }

  @Test
  void howeverLittleThereIs() {
    restarted(1);
    restarted(3);
  }
}
