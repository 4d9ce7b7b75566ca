package chat.parley.log;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A SQLite database written into another file, as it is at one moment, while a server goes on
 * writing to it. What was deleted before that moment is not in the copy.
 */
public final class Backup {
  private Backup() {}

  /**
   * Makes a backup that only its owner may read. It is there when it is whole, checked and on the
   * disk; before that it has another name in the same folder.
   *
   * @param database the file of the server
   * @param backup a file that is not there yet
   * @throws Unusable if it can't be made; then there is none
   */
  public static void make(Path database, Path backup) {
    if (!Files.isRegularFile(database)) {
      throw new Unusable("There is no database " + database + " to back up.", null);
    }
    if (Files.exists(backup, LinkOption.NOFOLLOW_LINKS)) {
      throw overwriting(backup, null);
    }
    if (!Files.isDirectory(backup.getParent())) {
      throw new Unusable("There is no folder " + backup.getParent() + " for the backup.", null);
    }
    Driver.load();
    try {
      Path unfinished = Files.createTempFile(backup.getParent(), "parley-", ".unfinished");
      try {
        write(database, unfinished);
        SqliteFile.force(unfinished);
        Files.move(unfinished, backup);
        SqliteFile.forceNames(backup.getParent());
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (FileAlreadyExistsException e) {
      throw overwriting(backup, e);
    } catch (SQLException | IOException e) {
      throw new Unusable(
          "The database " + database + " can't be backed up to " + backup + ": " + e.getMessage(),
          e);
    }
  }

  private static void write(Path database, Path copy) throws SQLException {
    try (Connection connection = SqliteFile.source(database).getConnection();
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    SqliteFile.damage(copy)
        .ifPresent(
            how -> {
              throw new Unusable(
                  "The backup of " + database + " would have been damaged: " + how, null);
            });
  }

  private static Unusable overwriting(Path backup, IOException e) {
    return new Unusable("There is a file " + backup + " already: name one that is not.", e);
  }
}
