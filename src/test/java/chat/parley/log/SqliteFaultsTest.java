package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what is said when a SQLite file fails. */
class SqliteFaultsTest {
  private final Drafts room = new Drafts();
  @TempDir Path folder;
  private Database database;
  private SqlStore store;

  @BeforeEach
  void open() {
    database = Engine.SQLITE.open(folder);
    store = new SqlStore(database, Clock.systemUTC(), 1000);
    store.commit(List.of(room.made(), room.draft(ANN, "a", "1")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String ask(String sql) {
    return database.read(reader -> Sql.ask(reader, sql));
  }

  private Failure failure(List<? extends Work> work) {
    return assertThrows(Unstored.class, () -> store.commit(work)).why();
  }

  @Test
  void onAFullDiskNothingOfATransactionIsStoredAndReadingGoesOn() throws SQLException {
    Sql.execute(database.writer(), "PRAGMA max_page_count = " + (ask("PRAGMA page_count")));
    List<Draft> much =
        List.of(room.draft(ANN, "b", "2"), room.draft(ANN, "c", "x".repeat(100_000)));
    assertEquals(Failure.FULL, failure(much));
    assertEquals("1", ask("SELECT count(*) FROM entry"));
    assertEquals(1, store.end(room.id()).seq());
    store.commit(much);
    assertEquals("3", ask("SELECT count(*) FROM entry WHERE seq <= 3"));
  }

  /** SQLite may have taken back the failed one by itself. */
  @Test
  void afterwardsATransactionIsAllOrNothingAsBefore() throws SQLException {
    Sql.execute(database.writer(), "PRAGMA max_page_count = " + (ask("PRAGMA page_count")));
    assertEquals(Failure.FULL, failure(List.of(room.draft(ANN, "b", "x".repeat(100_000)))));
    Draft homeless = new Drafts().draft("no such room");
    assertEquals(Failure.UNFIT, failure(List.of(room.draft(ANN, "c", "2"), homeless)));
    assertEquals("1", ask("SELECT count(*) FROM entry"));
  }

  @Test
  void betweenTransactionsTheFileIsAnybodys() throws SQLException {
    try (Connection other = Engine.SQLITE.source(folder).getConnection()) {
      Sql.execute(other, "BEGIN IMMEDIATE");
      Sql.execute(other, "ROLLBACK");
      assertEquals(Failure.UNFIT, failure(List.of(new Drafts().draft("no such room"))));
      Sql.execute(other, "BEGIN IMMEDIATE");
      Sql.execute(other, "ROLLBACK");
    }
  }

  @Test
  void aFileThatAnotherProcessHoldsIsNotWaitedForForEver() throws SQLException {
    List<Draft> drafts = List.of(room.draft(ANN, "b", "2"));
    try (Connection other = Engine.SQLITE.source(folder).getConnection()) {
      Sql.execute(other, "BEGIN IMMEDIATE");
      assertEquals(Failure.BUSY, failure(drafts));
      Sql.execute(other, "ROLLBACK");
    }
    assertInstanceOf(Outcome.Stored.class, store.commit(drafts).get(0));
    assertEquals("2", ask("SELECT count(*) FROM entry"));
  }
}
