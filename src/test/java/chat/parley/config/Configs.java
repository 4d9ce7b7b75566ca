package chat.parley.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Configurations for tests. */
public final class Configs {
  private Configs() {}

  /** The defaults but for these. */
  public static Config with(Map<String, String> settings) {
    return new ConfigReader(List.of(Source.of("test", settings))).read(Path.of("/nowhere"));
  }
}
