package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Runs the parts of the benchmark and prints the tables, also to {@code table.md}. */
final class Bench {
  private Bench() {}

  /**
   * Runs what the system properties {@code bench.*} say, see {@link Settings}. Ends with status 1
   * if Parley could not be measured; a baseline that can't run is only a remark.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    Settings settings = Settings.read();
    String machine = Machine.describe();
    Report report = new Report(settings.loads());
    for (Part part : settings.parts()) {
      part.measure(report);
    }
    String text = report.text(machine + ", " + Machine.load() + " after");
    Path file = Files.createDirectories(settings.folder()).resolve("table.md");
    Files.writeString(file, text);
    System.out.println("\n" + text + "\nwritten to " + file);
    System.exit(report.isComplete() ? 0 : 1);
  }
}
