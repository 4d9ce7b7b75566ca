package chat.parley.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** {@code parley.properties} in the home folder, in UTF-8. */
final class PropertiesFile {
  static final String NAME = "parley.properties";

  private PropertiesFile() {}

  /**
   * What the file in this folder sets; nothing if there is no such file.
   *
   * @throws IllegalArgumentException with a sentence, if there is one that can't be read
   */
  static Source in(Path home) {
    Path file = home.resolve(NAME);
    if (!Files.exists(file)) {
      return Source.of(file.toString(), Map.of());
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The file " + file + " can't be read as UTF-8 properties.", e);
    }
    Map<String, String> entries = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(key -> entries.put(key, properties.getProperty(key).strip()));
    return Source.of(file.toString(), entries);
  }
}
