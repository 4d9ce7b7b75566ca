package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.AppliedChanges;
import chat.parley.log.Database;
import chat.parley.log.MemoryStore;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.RoomKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms over a real database. */
class RoomsThatRememberTest {
  private static final Name TEA = new Name("Tea");

  @TempDir Path folder;

  private final FakeDirectory directory = new FakeDirectory();
  private final PersonId ann = directory.add("ann");
  private final PersonId bob = directory.add("bob");
  private Database database;
  private AppliedChanges changes;
  private Rooms rooms;

  @BeforeEach
  void start() {
    database = Database.open(folder.resolve("parley.db"));
    changes = new AppliedChanges(database);
    rooms =
        new Rooms(
            new Equipment(
                new MemoryStore(Clock.systemUTC(), 10), directory, Runnable::run, Runnable::run),
            changes,
            database.read(RoomTable::all));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  /** Stores what waits, and begins again from what is stored. */
  private void restart() throws SQLException {
    changes.apply();
    stop();
    start();
  }

  private Room join(PersonId person, Name name) {
    return rooms.join(person, name, 0, Sequels.NONE).orElseThrow();
  }

  @Test
  void theLobbyIsStoredOnceAndKeepsItsId() throws SQLException {
    Room lobby = rooms.lobby();
    restart();
    assertEquals(lobby.id(), rooms.lobby().id());
    assertEquals(0, changes.waiting());
    assertTrue(rooms.lobby().isIn(ann));
    assertEquals(List.of(rooms.lobby()), rooms.of(ann));
  }

  @Test
  void roomsAndWhoIsInThemSurviveARestart() throws SQLException {
    Room tea = join(ann, TEA);
    join(bob, TEA);
    rooms.leave(bob, tea, Sequels.NONE);
    restart();
    Room found = rooms.find(new Name("tEA")).orElseThrow();
    assertEquals(tea.id(), found.id());
    assertEquals("#Tea", found.state().name());
    assertEquals(RoomKind.PUBLIC, found.kind());
    assertEquals(List.of(rooms.lobby(), found), rooms.of(ann));
    assertTrue(found.isSettledIn(ann));
    assertFalse(found.admits(bob));
    rooms.leave(ann, found, Sequels.NONE);
    restart();
    assertEquals(List.of(rooms.lobby()), rooms.of(ann));
    assertTrue(rooms.find(TEA).isPresent());
  }

  @Test
  void conversationsSurviveARestart() throws SQLException {
    Room direct = rooms.direct(ann, bob).orElseThrow();
    Room alone = rooms.direct(ann, ann).orElseThrow();
    rooms.open(ann, direct, Sequels.NONE);
    restart();
    Room found = rooms.direct(bob, ann).orElseThrow();
    assertEquals(direct.id(), found.id());
    assertEquals(RoomKind.DIRECT, found.kind());
    assertEquals(Set.of(ann, bob), found.pair());
    assertEquals(alone.id(), rooms.direct(ann, ann).orElseThrow().id());
    assertEquals(List.of(rooms.lobby(), found), rooms.of(ann));
    assertEquals(List.of(rooms.lobby()), rooms.of(bob));
    assertEquals(0, changes.waiting());
  }

  @Test
  void writingAgainWhatIsWrittenChangesNothing() throws SQLException {
    Room tea = join(ann, TEA);
    join(ann, TEA);
    rooms.leave(ann, tea, Sequels.NONE);
    join(ann, TEA);
    join(ann, TEA);
    restart();
    assertEquals(2, rooms.of(ann).size());
  }

  @Test
  void whoJoinsARoomThatCouldNotBeStoredIsNotInIt() throws SQLException {
    changes.apply();
    join(ann, TEA);
    join(bob, TEA);
    changes.fail();
    assertEquals(List.of(rooms.lobby()), rooms.of(bob));
    Room again = join(bob, TEA);
    restart();
    assertEquals(again.id(), rooms.find(TEA).orElseThrow().id());
    assertEquals(List.of(rooms.lobby()), rooms.of(ann));
  }
}
