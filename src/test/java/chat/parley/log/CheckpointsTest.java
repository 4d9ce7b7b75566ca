package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class CheckpointsTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final long NEVER = Long.MAX_VALUE;

  @TempDir Path folder;
  private Connection writer;

  private Path file() {
    return folder.resolve("some.db");
  }

  private Path log() {
    return folder.resolve("some.db-wal");
  }

  private Connection connect() throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file());
    return source.getConnection();
  }

  @BeforeEach
  void open() throws SQLException {
    writer = connect();
    execute("PRAGMA journal_mode = WAL");
    execute("PRAGMA wal_autocheckpoint = 0");
    execute("CREATE TABLE much (bytes BLOB)");
  }

  @AfterEach
  void close() throws SQLException {
    writer.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.execute(sql);
    }
  }

  private void write(int bytes) throws SQLException {
    execute("INSERT INTO much VALUES (randomblob(" + bytes + "))");
  }

  private void look(long worthwhile, long tooLong) throws SQLException {
    Checkpoints checkpoints = new Checkpoints(file(), connect(), worthwhile, tooLong);
    checkpoints.look();
    checkpoints.close();
  }

  @Test
  void whatIsWorthwhileIsTakenOverAndTheLogUsedAgain() throws SQLException, IOException {
    write(2 * MEGABYTE);
    look(MEGABYTE, NEVER);
    assertTrue(Files.size(file()) > 2 * MEGABYTE);
    long before = Files.size(log());
    write(MEGABYTE);
    assertEquals(before, Files.size(log()));
  }

  @Test
  void aLogThatIsTooLongIsCutOff() throws SQLException, IOException {
    write(2 * MEGABYTE);
    look(MEGABYTE, MEGABYTE);
    assertEquals(0, Files.size(log()));
    assertTrue(Files.size(file()) > 2 * MEGABYTE);
  }

  @Test
  void aLogInWhichThereIsSomethingDeletedIsCutOffOnceNobodyReadsIt()
      throws SQLException, IOException {
    write(1000);
    try (Checkpoints checkpoints = new Checkpoints(file(), connect(), NEVER, NEVER)) {
      checkpoints.clean();
      assertNotEquals(0, Files.size(log()));
      checkpoints.erase();
      try (Connection reader = connect()) {
        reader.setAutoCommit(false);
        Sql.ask(reader, "SELECT count(*) FROM much");
        write(1000);
        checkpoints.clean();
        assertNotEquals(0, Files.size(log()));
      }
      checkpoints.clean();
      assertEquals(0, Files.size(log()));
    }
  }

  @Test
  void aLittleIsLeftAlone() throws SQLException, IOException {
    long before = Files.size(file());
    write(1000);
    look(MEGABYTE, NEVER);
    assertEquals(before, Files.size(file()));
  }
}
