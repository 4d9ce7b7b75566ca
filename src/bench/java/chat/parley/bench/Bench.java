package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures each server under each load and prints the tables, also to {@code table.md}. */
final class Bench {
  private static final int COMPILING_SECONDS = 10;

  private final Settings settings;
  private final Report report;
  private boolean complete = true;

  private Bench(Settings settings) {
    this.settings = settings;
    this.report = new Report(settings.loads());
  }

  /**
   * Runs what the system properties {@code bench.*} say, see {@link Settings}. Ends with status 1
   * if Parley could not be measured; a baseline that can't run is only a remark.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    Settings settings = Settings.read();
    String machine = Machine.describe();
    Bench bench = new Bench(settings);
    for (Contestant contestant : settings.contestants()) {
      bench.measureIdle(contestant);
      bench.measureLoads(contestant, settings.loads());
    }
    String text = bench.report.text(machine);
    Path file = Files.createDirectories(settings.folder()).resolve("table.md");
    Files.writeString(file, text);
    System.out.println("\n" + text + "\nwritten to " + file);
    System.exit(bench.complete ? 0 : 1);
  }

  /** In a process of its own: what earlier loads left behind would blur it. */
  private void measureIdle(Contestant contestant) throws InterruptedException {
    int connections = settings.idle();
    if (connections == 0) {
      return;
    }
    progress(contestant, "%,d idle connections".formatted(connections));
    try (ServerProcess server = contestant.start()) {
      report.add(contestant, IdleMeasurement.take(connections, contestant, server));
    } catch (IOException e) {
      report.notRunIdle(contestant, connections, reason(contestant, e));
    }
  }

  private void measureLoads(Contestant contestant, List<Load> loads) throws InterruptedException {
    try (ServerProcess server = contestant.start()) {
      progress(contestant, "warming up");
      Measurement.take(Load.first(COMPILING_SECONDS), contestant.dialect(), server);
      for (Load load : loads) {
        progress(contestant, load.toString());
        measureLoad(contestant, load, server);
      }
    } catch (IOException e) {
      // A server that can't run here is a row of the table; the others are measured all the same.
      String reason = reason(contestant, e);
      loads.forEach(load -> report.notRun(contestant, load, reason));
    }
  }

  private void measureLoad(Contestant contestant, Load load, ServerProcess server) {
    if (load.rooms() > 1 && !contestant.hasRooms()) {
      report.notRun(contestant, load, "it has no rooms");
      return;
    }
    try {
      report.add(contestant, load, Measurement.take(load, contestant.dialect(), server));
    } catch (IOException e) {
      report.notRun(contestant, load, reason(contestant, e));
    }
  }

  private String reason(Contestant contestant, IOException e) {
    complete &= contestant.optional();
    return String.valueOf(e.getMessage());
  }

  private static void progress(Contestant contestant, String step) {
    System.out.println(contestant.name() + ": " + step);
  }
}
