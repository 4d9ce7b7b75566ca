package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of what is said when a PostgreSQL fails. */
@Timeout(60)
@Slow
class PostgresFaultsTest {
  private final Drafts room = new Drafts();
  @TempDir Path folder;

  private String schema() {
    return "f" + Integer.toHexString(folder.hashCode());
  }

  private Database open() {
    return Database.open(PostgresServer.shared().url(schema()), "postgres", null);
  }

  private SqlStore store(Database database) {
    SqlStore store = new SqlStore(database, Clock.systemUTC(), 1000);
    store.commit(List.of(room.made()));
    return store;
  }

  private void beside(String sql) throws SQLException {
    try (Connection connection = PostgresServer.shared().source(schema()).getConnection()) {
      Sql.execute(connection, sql);
    }
  }

  /** From now on storing an entry fails with this state, so many times. */
  private void failWith(String state, int times) throws SQLException {
    beside(
        """
        CREATE SEQUENCE tries;
        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('tries') <= %d THEN
            RAISE EXCEPTION 'as it was told' USING ERRCODE = '%s';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER failing BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION fail()"""
            .formatted(times, state));
  }

  /** All that was said is there once, in order. */
  private static void assertWhole(Database database, int count) {
    assertEquals(
        "%d 1 %d %d".formatted(count, count, count),
        database.read(
            reader ->
                Sql.ask(
                    reader,
                    "SELECT concat_ws(' ', count(*), min(seq), max(seq), count(DISTINCT ref))"
                        + " FROM entry")));
  }

  @ParameterizedTest
  @CsvSource({
    "53100, FULL",
    "40001, BUSY",
    "40P01, BUSY",
    "55P03, BUSY",
    "57014, BUSY",
    "23514, UNFIT"
  })
  void whatPostgresSaysIsUnderstood(String state, Failure why) throws SQLException {
    try (Database database = open()) {
      SqlStore store = store(database);
      failWith(state, 1);
      List<Draft> drafts = List.of(room.draft(ANN, "a", "1"), room.draft(ANN, "b", "2"));
      assertEquals(why, assertThrows(Unstored.class, () -> store.commit(drafts)).why());
      assertWhole(database, store.commit(drafts).size());
    }
  }

  @Test
  void whatWasInTheWayIsStoredOnce() throws Exception {
    try (Database database = open();
        Committer committer = new Committer(store(database))) {
      failWith("40P01", 2);
      committer.start();
      committer.append(room.draft(ANN, "a", "hello"));
      assertInstanceOf(Outcome.Stored.class, room.await(1).get(0));
      assertWhole(database, 1);
    }
  }

  @Test
  void aRowThatSomebodyHoldsIsNotWaitedForForEver() throws SQLException {
    try (Database database = open();
        Connection other = PostgresServer.shared().source(schema()).getConnection()) {
      SqlStore store = store(database);
      other.setAutoCommit(false);
      Sql.execute(other, "SELECT 1 FROM room FOR UPDATE");
      List<Draft> drafts = List.of(room.draft("hello"));
      assertEquals(Failure.BUSY, assertThrows(Unstored.class, () -> store.commit(drafts)).why());
      other.rollback();
      assertInstanceOf(Outcome.Stored.class, store.commit(drafts).get(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitThatBrokeIsDecidedByWhatIsThere(BreakingSource.Where where) throws Exception {
    BreakingSource source = new BreakingSource(PostgresServer.shared().source(createdSchema()));
    try (Database database = Database.open("this one", source)) {
      SqlStore store = store(database);
      try (Committer committer = new Committer(store)) {
        committer.start();
        for (int i = 1; i <= 3; i++) {
          source.breakNext(where);
          committer.append(room.draft(ANN, "r" + i, "hello"));
          assertEquals(
              i, assertInstanceOf(Outcome.Stored.class, room.await(1).get(0)).entry().seq());
        }
        assertEquals(3, store.end(room.id()).seq());
        assertWhole(database, 3);
      }
    }
  }

  private String createdSchema() {
    PostgresServer.shared().url(schema());
    return schema();
  }

  @ParameterizedTest
  @EnumSource
  void aChangeWhoseCommitBrokeIsMadeAgain(BreakingSource.Where where) throws Exception {
    BreakingSource source = new BreakingSource(PostgresServer.shared().source(createdSchema()));
    try (Database database = Database.open("this one", source)) {
      SqlStore store = store(database);
      Change change =
          connection ->
              Sql.execute(connection, "CREATE TABLE IF NOT EXISTS changed (number BIGINT)");
      source.breakNext(where);
      assertEquals(
          Failure.UNKNOWN, assertThrows(Unstored.class, () -> store.commit(List.of(change))).why());
      commitOnceThere(store, change);
      assertEquals("0", database.read(it -> Sql.ask(it, "SELECT count(*) FROM changed")));
    }
  }

  /** PostgreSQL may not have noticed yet that the session before has ended. */
  private static void commitOnceThere(SqlStore store, Change change) {
    for (boolean stored = false; !stored; ) {
      try {
        store.commit(List.of(change));
        stored = true;
      } catch (Unstored e) {
        assertTrue(e.why() == Failure.UNKNOWN || e.why() == Failure.GONE, e.getMessage());
      }
    }
  }

  @Test
  void aWriterWhoseSessionIsEndedIsMadeAnewAndNothingIsLostOrDoubled() throws Exception {
    try (Database database = open();
        Committer committer = new Committer(store(database))) {
      committer.start();
      try (Chatter chatter = new Chatter(committer, room, 300, 10)) {
        chatter.awaitBegun();
        for (int i = 0; i < 10; i++) {
          beside(
              """
              SELECT pg_terminate_backend(pid) FROM pg_locks
              WHERE locktype = 'advisory' AND objid = hashtext('%s')::oid"""
                  .formatted(schema()));
        }
      }
      assertWhole(database, 300);
    }
  }

  @Test
  void aServerThatStopsAndStartsLosesAndDoublesNothing() throws Exception {
    try (PostgresServer server = PostgresServer.in(folder);
        Database database = Database.open(server.url("s"), "postgres", null);
        Committer committer = new Committer(store(database))) {
      committer.start();
      try (Chatter chatter = new Chatter(committer, room, 300, 10)) {
        chatter.awaitBegun();
        server.stop();
        assertInstanceOf(Outcome.Refused.class, said(committer));
        assertEquals("The database can't be reached.", committer.trouble().orElseThrow());
        assertThrows(
            IllegalStateException.class, () -> database.read(it -> Sql.ask(it, "SELECT 1")));
        server.start();
      }
      assertWhole(database, 300);
      assertTrue(committer.trouble().isEmpty());
    }
  }

  @Test
  void aServerThatIsKilledAndStartsIsWrittenToAgain() throws Exception {
    try (PostgresServer server = PostgresServer.in(folder);
        Database database = Database.open(server.url("s"), "postgres", null)) {
      SqlStore store = store(database);
      server.kill();
      server.start();
      List<Draft> drafts = List.of(room.draft("hello"));
      assertThrows(Unstored.class, () -> store.commit(drafts));
      assertInstanceOf(Outcome.Stored.class, store.commit(drafts).get(0));
    }
  }

  /** What becomes of what somebody else says. */
  private static Outcome said(Committer committer) throws InterruptedException {
    Drafts other = new Drafts();
    committer.append(other.draft("hello"));
    return other.await(1).get(0);
  }
}
