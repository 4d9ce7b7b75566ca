package chat.parley.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for that is done without a server.
 *
 * @param name {@code backup} or {@code restore}
 * @param file the backup
 * @param home the folder where Parley keeps everything; empty leaves it to the configuration
 */
record Errand(String name, Path file, Optional<Path> home) {
  private static final List<String> NAMES = List.of("backup", "restore");

  /** Whether a command line begins with the name of an errand. */
  static boolean isAskedBy(List<String> args) {
    return !args.isEmpty() && NAMES.contains(args.get(0));
  }

  /**
   * Reads {@code backup FILE} or {@code restore FILE}, with {@code --home} before or after the
   * file.
   *
   * @param args a command line that {@link #isAskedBy asks} for one
   * @throws Options.Mistake if there is another option, or not one file
   */
  static Errand parse(List<String> args) throws Options.Mistake {
    Iterator<String> rest = args.iterator();
    String name = rest.next();
    Optional<Path> file = Optional.empty();
    Optional<Path> home = Optional.empty();
    while (rest.hasNext()) {
      String arg = rest.next();
      if (arg.equals("--home") || arg.startsWith("--home=")) {
        home = Optional.of(Options.home(Options.value("--home", arg, rest)));
      } else if (arg.startsWith("-")) {
        throw new Options.Mistake("There is no option " + arg + " of " + name + ". Try --help.");
      } else if (file.isPresent()) {
        throw new Options.Mistake(name + " takes one file, not '" + arg + "' too. Try --help.");
      } else {
        file = Optional.of(file(name, arg));
      }
    }
    if (file.isEmpty()) {
      throw new Options.Mistake(name + " needs a file. Try --help.");
    }
    return new Errand(name, file.get(), home);
  }

  private static Path file(String name, String value) throws Options.Mistake {
    try {
      if (!value.isBlank()) {
        return Path.of(value).toAbsolutePath().normalize();
      }
    } catch (InvalidPathException e) {
      // No such path can exist here: the same answer as to an empty one.
    }
    throw new Options.Mistake(name + " takes a file, not '" + value + "'.");
  }
}
