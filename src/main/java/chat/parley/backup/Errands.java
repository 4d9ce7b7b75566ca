package chat.parley.backup;

import chat.parley.config.BadConfig;
import chat.parley.config.Home;
import chat.parley.config.Whereabouts;
import chat.parley.log.Backup;
import chat.parley.log.Restoration;
import chat.parley.log.Unusable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Backs the home folder's database up, or restores it. Speaks in words and numbers of Java alone,
 * as whoever calls it has none of our classes.
 */
public final class Errands {
  private static final String DATABASE = "parley.db";

  private static final String ELSEWHERE =
      "Everything is kept in a PostgreSQL (parley.db.url): back it up by pg_dump, and restore it by"
          + " pg_restore.";

  private Errands() {}

  /**
   * Does one of them.
   *
   * @param errand {@code backup} or {@code restore}
   * @param file the backup, an absolute path
   * @return the exit status (0 if it is done, 1 if it can't be, 2 if this database is backed up in
   *     another way), and the line that says so
   */
  public static Map.Entry<Integer, String> run(String errand, Path file) {
    try {
      Whereabouts whereabouts = Whereabouts.read();
      if (whereabouts.database().isPresent()) {
        return Map.entry(2, ELSEWHERE);
      }
      return errand.equals("backup")
          ? backUp(whereabouts.home(), file)
          : restore(whereabouts.home(), file);
    } catch (Unusable | BadConfig e) {
      return Map.entry(1, e.getMessage().replace(System.lineSeparator(), " "));
    }
  }

  private static Map.Entry<Integer, String> backUp(Path home, Path file) {
    Path database = home.resolve(DATABASE);
    Backup.make(database, file);
    return Map.entry(0, "Backed up " + database + " to " + file + ".");
  }

  private static Map.Entry<Integer, String> restore(Path folder, Path file) {
    try (Home home = Home.open(folder)) {
      if (home.refusal().isPresent()) {
        return Map.entry(1, home.refusal().get() + " Nothing is restored while Parley runs.");
      }
      Path database = folder.resolve(DATABASE);
      Optional<Path> kept = Restoration.run(file, database, Instant.now());
      return Map.entry(
          0,
          "Restored %s from %s.".formatted(database, file)
              + kept.map(it -> " What was there before is " + it + ".").orElse(""));
    }
  }
}
