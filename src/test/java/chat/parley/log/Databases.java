package chat.parley.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fresh databases for tests, copied from one that was migrated once. */
public final class Databases {
  private static final Path PATTERN = pattern();

  private Databases() {}

  private static Path pattern() {
    try {
      Path file = Files.createTempDirectory("parley-pattern-").resolve("parley.db");
      Database.open(file).close();
      file.toFile().deleteOnExit();
      file.getParent().toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database that holds nothing, in a folder of its own that goes with the JVM. */
  public static Database fresh() {
    try {
      Path folder = Files.createTempDirectory("parley-test-");
      folder.toFile().deleteOnExit();
      folder.resolve("parley.db").toFile().deleteOnExit();
      return in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database that holds nothing, in this folder. */
  public static Database in(Path folder) {
    try {
      Path file = folder.resolve("parley.db");
      Files.copy(PATTERN, file);
      return Database.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
