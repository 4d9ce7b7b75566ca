package chat.parley.wire;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The frames that both sides of the wire are tested by, one a file, named as in {@code
 * docs/protocol.md}.
 */
public final class GoldenFiles {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final String SUFFIX = ".json";

  private GoldenFiles() {}

  /** The names of all files, {@code server/welcome} and so on. */
  public static List<String> names() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files in one of the folders. */
  public static List<String> names(String folder) {
    return names().stream().filter(name -> name.startsWith(folder + "/")).toList();
  }

  /** A file's text, without the line's end. */
  public static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + SUFFIX)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a text says in JSON, whatever its spaces and the order of its keys. */
  public static JsonValue json(String text) {
    try (JsonReader reader = JsonProvider.provider().createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
