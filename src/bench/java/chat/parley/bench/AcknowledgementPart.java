package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How much is stored and told its sender, and how soon: everybody is alone in their room, so each
 * delivery is the sender's own message, which is its acknowledgement.
 */
final class AcknowledgementPart implements Part {
  /** As much as the server takes, from 100 rooms. */
  private static final Load MOST = Load.closed(100, 100);

  /** A steady load from many rooms. */
  private static final Load STEADY = Load.open(1000, 1, 5000);

  /** So that the server's code is compiled. */
  private static final int COMPILING_SECONDS = 15;

  private final Path folder;
  private final ParleyWar war;
  private final Table table =
      new Table(
          "rooms × senders, messages in",
          "stored in",
          "acknowledged/s",
          "acknowledged",
          "p50 ms",
          "p99 ms",
          "max ms",
          "CPU µs/message",
          "fsync p50 ms",
          "fsync p99 ms",
          "messages/fsync p50",
          "p99 ÷ fsync p99",
          "generator");

  AcknowledgementPart(Path folder, ParleyWar war) {
    this.folder = folder;
    this.war = war;
  }

  @Override
  public void measure(Report report) throws InterruptedException {
    measure(() -> new Sqlite(war), report);
    measure(() -> Postgres.start(folder, war), report);
    report.add(table);
  }

  private void measure(Opening opening, Report report) throws InterruptedException {
    try (Storage storage = opening.open();
        ServerProcess server = storage.war().start()) {
      Progress.say(storage.name(), "warming up");
      Measurement.take(MOST.lasting(COMPILING_SECONDS), Dialect.PARLEY, server);
      for (Load load : List.of(MOST, STEADY)) {
        Progress.say(storage.name(), load.toString());
        DiskSync sync = DiskSync.take(folder);
        Measurement measured = Measurement.take(load, Dialect.PARLEY, server);
        table.add(row(load, storage, measured, sync));
        measured.remark().ifPresent(it -> report.remark(storage.name() + ", " + load + ": " + it));
      }
    } catch (IOException e) {
      report.failed("acknowledgement", e);
    }
  }

  private static List<String> row(Load load, Storage storage, Measurement measured, DiskSync sync) {
    Tally tally = measured.tally();
    Histogram latencies = tally.latencies();
    double rate = latencies.count() / tally.seconds();
    return List.of(
        load.toString(),
        storage.name(),
        "%,.0f".formatted(rate),
        Measurement.share(tally),
        millis(latencies.quantile(0.5)),
        millis(latencies.quantile(0.99)),
        millis(latencies.max()),
        "%.1f".formatted((double) measured.cpuMicros() / Math.max(1, latencies.count())),
        "%.2f".formatted(sync.medianMicros() / 1000.0),
        "%.2f".formatted(sync.p99Micros() / 1000.0),
        "%.1f".formatted(rate * sync.medianMicros() / 1e6),
        "%.1f".formatted((double) latencies.quantile(0.99) / sync.p99Micros()),
        "%.0f %%".formatted(100 * measured.generatorShare()));
  }

  private static String millis(long micros) {
    return "%.1f".formatted(micros / 1000.0);
  }

  /** How a database is had. */
  private interface Opening {
    Storage open() throws IOException;
  }
}
