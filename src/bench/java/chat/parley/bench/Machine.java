package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that everything runs on, in one line. */
final class Machine {
  private Machine() {}

  static String describe() throws IOException {
    return "%d cores (%s), %d GB of memory, Java %s, %s %s, load average %s before the run"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value("/proc/cpuinfo", "model name"),
            Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / (1 << 20),
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            load());
  }

  /** Processes that ran or wanted to, on average of the last minute. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }

  private static String value(String file, String name) throws IOException {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .orElse("0");
    }
  }
}
