package chat.parley.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The environment's variables: {@code PARLEY_LIMIT_RATE} is {@code parley.limit.rate}, and {@code
 * PARLEY_LIMIT_RATE_FILE} names a file that holds the value, as secrets are handed to containers.
 */
final class Environment implements Source {
  private static final String OURS = "PARLEY_";
  private static final String FILE = "_FILE";

  /** What Kubernetes tells every pod about a service called "parley": nobody set these for us. */
  private static final Pattern SERVICE = Pattern.compile("PARLEY_(SERVICE_.*|PORT(_.*)?)");

  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The variable that stands for a key. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  @Override
  public Optional<Found> find(String key) {
    String variable = variable(key);
    String text = variables.get(variable);
    if (text != null) {
      return Optional.of(new Found(text, "environment variable " + variable));
    }
    return Optional.ofNullable(variables.get(variable + FILE))
        .map(file -> read(variable + FILE, file));
  }

  private static Found read(String variable, String file) {
    try {
      return new Found(
          Files.readString(Path.of(file)).strip(), "file " + file + ", named by " + variable);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "The file "
              + file
              + ", named by the environment variable "
              + variable
              + ", can't be read.",
          e);
    }
  }

  @Override
  public Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    for (String variable : variables.keySet()) {
      if (variable.startsWith(OURS) && !SERVICE.matcher(variable).matches()) {
        keys.put(key(variable), "environment variable " + variable);
      }
    }
    return keys;
  }

  private static String key(String variable) {
    String plain =
        variable.endsWith(FILE)
            ? variable.substring(0, variable.length() - FILE.length())
            : variable;
    return plain.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
