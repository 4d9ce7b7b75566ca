package chat.parley.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;

/**
 * What one load cost one server.
 *
 * @param tally what arrived
 * @param cpuMicros the server's processor time
 * @param residentBytes the server's memory after it
 * @param generatorShare how busy the generator's thread was, 0 to 1; near 1 it, not the server,
 *     sets the figures
 * @param lost connections that the server ended
 * @param firstEnd why the first of those ended
 */
record Measurement(
    Tally tally,
    long cpuMicros,
    long residentBytes,
    double generatorShare,
    long lost,
    String firstEnd) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SETTLING_SECONDS = 1;

  /** Opens the load's connections, warms up, measures, and closes them. */
  static Measurement take(Load load, Dialect dialect, ServerProcess server) throws IOException {
    try (Generator generator = Generator.open(load, dialect, server.port())) {
      generator.listen(SETTLING_SECONDS);
      if (load.warmup() > 0) {
        generator.run(load.warmup());
      }
      ProcessFigures figures = server.figures();
      long cpu = figures.cpuMicros();
      long own = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      Tally tally = generator.run(load.seconds());
      double share =
          (double) (THREADS.getCurrentThreadCpuTime() - own) / (System.nanoTime() - start);
      return new Measurement(
          tally,
          figures.cpuMicros() - cpu,
          figures.residentBytes(),
          share,
          generator.lost(),
          generator.firstEnd());
    }
  }

  static Table table() {
    return new Table(
        "rooms × members, messages in",
        "server",
        "due/s",
        "delivered/s",
        "delivered",
        "p50 ms",
        "p99 ms",
        "max ms",
        "CPU µs/delivery",
        "frames/delivery",
        "closed",
        "RSS MB",
        "generator");
  }

  /** Its row in {@link #table}. */
  List<String> row(Load load, String server) {
    Histogram latencies = tally.latencies();
    long delivered = latencies.count();
    return List.of(
        load.toString(),
        server,
        "%,d".formatted(load.deliveries()),
        "%,.0f".formatted(delivered / tally.seconds()),
        share(tally),
        millis(delivered, latencies.quantile(0.5)),
        millis(delivered, latencies.quantile(0.99)),
        millis(delivered, latencies.max()),
        delivered == 0 ? "–" : "%.2f".formatted((double) cpuMicros / delivered),
        delivered == 0 ? "–" : "%.3f".formatted((double) tally.frames() / delivered),
        "%,d".formatted(lost),
        "%,d".formatted(residentBytes >> 20),
        "%.0f %%".formatted(100 * generatorShare));
  }

  /** What a reader must know besides the figures: why connections ended, what was refused. */
  Optional<String> remark() {
    String ends =
        lost == 0 ? "" : "%,d connections ended, the first: %s. ".formatted(lost, firstEnd);
    String refusals = tally.refusal().isEmpty() ? "" : "The first refusal: " + tally.refusal();
    return Optional.of((ends + refusals).trim()).filter(text -> !text.isEmpty());
  }

  /** How much of what was due arrived, never rounded up to all. */
  static String share(Tally tally) {
    double hundredths = Math.floor(10_000.0 * tally.latencies().count() / tally.expected());
    return "%.2f %%".formatted(hundredths / 100);
  }

  private static String millis(long delivered, long micros) {
    return delivered == 0 ? "–" : "%.1f".formatted(micros / 1000.0);
  }
}
