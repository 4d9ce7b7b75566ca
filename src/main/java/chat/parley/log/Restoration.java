package chat.parley.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Puts a backup in the place of a SQLite database that nobody uses. What was there is kept beside
 * it. At each moment there is a whole database in that place, the one or the other.
 */
public final class Restoration {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What SQLite may have written beside a file, and not taken over into it. */
  private static final List<String> JOURNALS = List.of("-wal", "-journal");

  private static final String OUR_TABLES =
      "SELECT count(*) = 4 FROM sqlite_master WHERE type = 'table'"
          + " AND name IN ('flyway_schema_history', 'person', 'room', 'entry')";

  private final Path backup;
  private final Path database;

  private Restoration(Path backup, Path database) {
    this.backup = backup;
    this.database = database;
  }

  /**
   * Restores a backup, for its owner alone to read. The backup itself stays as it is.
   *
   * @param backup a whole database of this Parley, or an older one
   * @param database the file of the server, which must not run
   * @param now what the name of the old database tells
   * @return where the old database is now, if there was one
   * @throws Unusable if it can't be restored; then the old database is still in its place
   */
  public static Optional<Path> run(Path backup, Path database, Instant now) {
    Driver.load();
    try {
      return new Restoration(backup, database).run(WHEN.format(now));
    } catch (SQLException | IOException e) {
      throw new Unusable("The backup " + backup + " can't be restored: " + e.getMessage(), e);
    }
  }

  private Optional<Path> run(String when) throws IOException, SQLException {
    refuseWhatIsNotAlone();
    Path copy = beside(".restoring");
    delete(copy);
    try {
      SqliteFile.createForOwnerAlone(copy);
      try (OutputStream out = Files.newOutputStream(copy)) {
        Files.copy(backup, out);
      }
      check(copy);
      SqliteFile.force(copy);
      Optional<Path> kept = keep(beside("." + when));
      Files.move(copy, database, StandardCopyOption.ATOMIC_MOVE);
      SqliteFile.forceNames(database.getParent());
      return kept;
    } finally {
      delete(copy);
    }
  }

  private Path beside(String tail) {
    return database.resolveSibling(database.getFileName() + tail);
  }

  private static void delete(Path file) throws IOException {
    for (String tail : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(Path.of(file + tail));
    }
  }

  private void refuseWhatIsNotAlone() throws IOException {
    if (!Files.isRegularFile(backup)) {
      throw new Unusable("There is no file " + backup + " to restore.", null);
    }
    if (Files.size(backup) == 0) {
      throw new Unusable("The file " + backup + " is empty.", null);
    }
    for (String tail : JOURNALS) {
      Path journal = Path.of(backup + tail);
      if (Files.exists(journal) && Files.size(journal) > 0) {
        throw new Unusable(
            "A part of "
                + backup
                + " is in "
                + journal
                + ": it is no backup, but a database in use, or one that was copied while it was.",
            null);
      }
    }
  }

  private void check(Path copy) throws SQLException {
    SqliteFile.damage(copy)
        .ifPresent(
            how -> {
              throw new Unusable(
                  "The file " + backup + " is damaged, or no database. (" + how + ")", null);
            });
    if (!isOurs(copy)) {
      throw new Unusable("The file " + backup + " is a database, but not one of Parley.", null);
    }
    Migrations.check(backup, SqliteFile.source(copy), Dialect.SQLITE);
  }

  private static boolean isOurs(Path copy) throws SQLException {
    try (Connection connection = SqliteFile.source(copy).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OUR_TABLES)) {
      return row.getBoolean(1);
    }
  }

  /**
   * Gives the old database a second name. A journal that SQLite does not take over into it, as it
   * is damaged, goes along, so that what can be saved of it still can; beside the new one it would
   * be taken for a part of that.
   */
  private Optional<Path> keep(Path kept) throws IOException {
    boolean there = Files.exists(database);
    if (there) {
      takeJournalsOver();
      name(kept);
    }
    for (String tail : JOURNALS) {
      if (Files.exists(beside(tail))) {
        Files.move(beside(tail), Path.of(kept + tail));
      }
    }
    Files.deleteIfExists(beside("-shm"));
    return there ? Optional.of(kept) : Optional.empty();
  }

  /** SQLite throws the journals of a file away that is no database at all. */
  private void takeJournalsOver() throws IOException {
    if (!SqliteFile.hasHeader(database)) {
      return;
    }
    try (Connection connection = SqliteFile.source(database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      // It is damaged, which may be why it is replaced: its journals stay, and go along.
    }
  }

  private void name(Path kept) throws IOException {
    try {
      Files.createLink(kept, database);
    } catch (UnsupportedOperationException | IOException e) { // not every file system has links
      Files.copy(database, kept, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
