package chat.parley.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the command line asks for.
 *
 * @param port TCP port, 0 for any free one
 * @param address address to listen on
 * @param context where the pages are served from: empty for the root, else as {@code /chat}
 * @param home the folder where Parley keeps everything; empty leaves it to the configuration
 */
record Options(int port, InetAddress address, String context, Optional<Path> home) {
  static final String HELP =
      """
      Usage: java -jar parley.war [options]
             java -jar parley.war backup FILE [--home DIR]
             java -jar parley.war restore FILE [--home DIR]

        --port PORT        TCP port to listen on; 0 picks a free one (12345)
        --address ADDRESS  address to listen on; 0.0.0.0 lets other machines in (127.0.0.1)
        --context PATH     path that the pages are served from (/)
        --home DIR         folder where Parley keeps its data and parley.properties (~/.parley)
        --help             print this and exit
        --version          print the version and exit

      backup writes the database into a new file, also while Parley runs. restore puts such a
      file in the place of the database, while Parley does not run, and keeps the old one.

      Each setting parley.x.y can also be given as java -Dparley.x.y=VALUE -jar parley.war
      """;

  private static final Pattern CONTEXT = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

  /** A command line that can't be followed; its message is for the one who typed it. */
  static final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    Mistake(String message) {
      super(message);
    }
  }

  /**
   * Reads {@code --name value} and {@code --name=value}; of an option given twice the last counts.
   *
   * @throws Mistake if there is an unknown option, or a value is missing or bad
   */
  static Options parse(List<String> args) throws Mistake {
    Options options = new Options(12345, address("127.0.0.1"), "", Optional.empty());
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String arg = rest.next();
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      options =
          switch (name) {
            case "--port" -> options.withPort(port(value(name, arg, rest)));
            case "--address" -> options.withAddress(address(value(name, arg, rest)));
            case "--context" -> options.withContext(context(value(name, arg, rest)));
            case "--home" -> options.withHome(home(value(name, arg, rest)));
            default -> throw new Mistake("Unknown option " + arg + ". Try --help.");
          };
    }
    return options;
  }

  private Options withPort(int newPort) {
    return new Options(newPort, address, context, home);
  }

  private Options withAddress(InetAddress newAddress) {
    return new Options(port, newAddress, context, home);
  }

  private Options withContext(String newContext) {
    return new Options(port, address, newContext, home);
  }

  private Options withHome(Path newHome) {
    return new Options(port, address, context, Optional.of(newHome));
  }

  /** The value of an option that is attached to it, or follows. */
  static String value(String name, String arg, Iterator<String> rest) throws Mistake {
    if (arg.length() > name.length()) {
      return arg.substring(name.length() + 1);
    }
    if (!rest.hasNext()) {
      throw new Mistake("Option " + name + " needs a value. Try --help.");
    }
    return rest.next();
  }

  private static int port(String value) throws Mistake {
    if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535) {
      return Integer.parseInt(value);
    }
    throw new Mistake("Option --port takes a number from 0 to 65535, not '" + value + "'.");
  }

  private static InetAddress address(String value) throws Mistake {
    try {
      if (!value.isBlank()) {
        return InetAddress.getByName(value);
      }
    } catch (UnknownHostException e) {
      // Not an address of this network: the same answer as to an empty one.
    }
    throw new Mistake("Option --address takes an address of this machine, not '" + value + "'.");
  }

  private static String context(String value) throws Mistake {
    String path = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    if (value.startsWith("/") && CONTEXT.matcher(path).matches() && !path.contains("/.")) {
      return path;
    }
    throw new Mistake("Option --context takes a path, as / or /team/chat, not '" + value + "'.");
  }

  /** A home folder as the command line names it. */
  static Path home(String value) throws Mistake {
    try {
      if (!value.isBlank()) {
        return Path.of(value).toAbsolutePath().normalize();
      }
    } catch (InvalidPathException e) {
      // No such path can exist here: the same answer as to an empty one.
    }
    throw new Mistake("Option --home takes a folder, not '" + value + "'.");
  }
}
