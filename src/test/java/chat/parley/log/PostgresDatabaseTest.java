package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of a PostgreSQL alone. */
@Timeout(60)
@Slow
class PostgresDatabaseTest {
  private final PostgresServer server = PostgresServer.shared();
  @TempDir Path folder;

  private String url() {
    return server.url("p" + Integer.toHexString(folder.hashCode()));
  }

  private Database open() {
    return Database.open(url(), "postgres", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void theWriterIsDurable(String setting) throws SQLException {
    try (Database database = open()) {
      assertEquals("on", Sql.ask(database.writer(), "SHOW " + setting));
    }
  }

  @Test
  void whoRunsItIsWarnedOnceIfItIsNot() {
    try (Logged logged = Logged.by(PostgresDatabase.class)) {
      open().close();
      assertEquals(1, logged.messages().size());
      Database.open(url() + "&options=-c%20synchronous_commit=off", "postgres", null).close();
      assertEquals(3, logged.messages().size());
      assertTrue(logged.messages().get(2).endsWith(": synchronous_commit off."));
    }
  }

  @Test
  void onlyOneServerWritesAtATime() {
    Database first = open();
    Absent absent = assertThrows(Absent.class, this::open);
    assertTrue(absent.getMessage().endsWith("another Parley writes to it."), absent.getMessage());
    first.close();
    open().close();
  }

  @Test
  void whatIsNotThereMayCome() {
    String url = "jdbc:postgresql://127.0.0.1:1/parley?password=secret";
    Absent absent = assertThrows(Absent.class, () -> Database.open(url, "ann", null));
    String name = "jdbc:postgresql://127.0.0.1:1/parley";
    assertTrue(absent.getMessage().startsWith("The database " + name + " can't be had: "));
  }

  @Test
  void whatWillNotDoIsRefused() throws SQLException {
    try (Connection connection = server.source("public").getConnection()) {
      Sql.execute(connection, "DROP DATABASE IF EXISTS latin");
      Sql.execute(
          connection, "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    }
    assertRefused("holds texts as LATIN1", url().replaceFirst("/postgres.*", "/latin"));
    assertRefused("does not exist", url().replaceFirst("/postgres.*", "/nothing"));
    assertRefused("can't be read", "jdbc:postgresql://127.0.0.1:x/parley?password=secret");
  }

  private static void assertRefused(String why, String url) {
    Unusable unusable =
        assertThrows(Unusable.class, () -> Database.open(url, "postgres", null).close());
    assertTrue(unusable.getMessage().contains(why), unusable.getMessage());
    assertFalse(unusable.getMessage().contains("secret"), unusable.getMessage());
  }

  @Test
  void roomsAreLockedInTheOrderOfTheirIdsBeforeAnythingIsWritten() throws Exception {
    List<Drafts> rooms =
        Stream.generate(Drafts::new)
            .limit(2)
            .sorted(Comparator.comparing((Drafts room) -> room.id().value()).reversed())
            .toList();
    Drafts high = rooms.get(0);
    Drafts low = rooms.get(1);
    try (Database database = open();
        Connection other = server.source(schema()).getConnection()) {
      SqlStore store = new SqlStore(database, Clock.systemUTC(), 100);
      store.commit(List.of(high.made(), low.made()));
      other.setAutoCommit(false);
      lock(other, high);
      CompletableFuture<List<Outcome>> stored =
          CompletableFuture.supplyAsync(
              () -> store.commit(List.of(high.draft(ANN, "a", "1"), low.draft(ANN, "b", "2"))));
      while (isFree(low)) {
        assertFalse(stored.isDone());
      }
      assertEquals("0", database.read(reader -> Sql.ask(reader, "SELECT count(*) FROM entry")));
      other.rollback();
      assertEquals(2, stored.get(10, TimeUnit.SECONDS).size());
    }
  }

  @Test
  void theWriterNeverReadsAllEntries() throws SQLException {
    Drafts room = new Drafts();
    try (Database database = open()) {
      SqlStore store = new SqlStore(database, Clock.systemUTC(), 100);
      store.commit(List.of(room.made()));
      String before = scans(database);
      for (int i = 0; i < 20; i++) {
        int commit = i;
        store.commit(
            IntStream.range(0, 50).mapToObj(n -> room.draft(ANN, "a", commit + "-" + n)).toList());
      }
      assertEquals(before, scans(database));
    }
  }

  private String scans(Database database) throws SQLException {
    Sql.ask(database.writer(), "SELECT pg_stat_force_next_flush()");
    return Sql.ask(
        database.writer(),
        "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'entry' AND schemaname = '"
            + schema()
            + "'");
  }

  private String schema() {
    return url().replaceFirst(".*=", "");
  }

  private static void lock(Connection connection, Drafts room) throws SQLException {
    Sql.execute(connection, "SELECT 1 FROM room WHERE id = '" + room.id().value() + "' FOR UPDATE");
  }

  private boolean isFree(Drafts room) throws SQLException {
    try (Connection connection = server.source(schema()).getConnection()) {
      String id = room.id().value();
      return Sql.ask(
              connection, "SELECT 1 FROM room WHERE id = '" + id + "' FOR UPDATE SKIP LOCKED")
          != null;
    }
  }
}
