package chat.parley.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where everything is kept that lasts, as far as it can be told without a container.
 *
 * @param home the home folder; nothing is kept in it if there is a database elsewhere
 * @param database the PostgreSQL where it is kept instead, if one is set
 */
public record Whereabouts(Path home, Optional<Storage.Url> database) {
  /**
   * Reads it from the system properties, the environment and the home folder, as {@code java -jar}
   * does for a Parley at {@code /}.
   *
   * @throws BadConfig if what is set there can't be used
   */
  public static Whereabouts read() {
    ConfigReader reader =
        new ConfigReader(List.of(Source.system(), new Environment(System.getenv())));
    Path home = reader.home(Home.usual("/"));
    reader.addFileIn(home, 0);
    return reader.whereabouts(home);
  }
}
