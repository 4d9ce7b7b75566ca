package chat.parley.bench;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * What connections cost a server on which nothing is said.
 *
 * @param connections how many
 * @param seconds how long it took until all had entered
 * @param heapBytes live objects more than without them; absent where there is no heap to count
 * @param residentBytes the server's memory more than without them
 * @param totalBytes the server's memory with them
 */
record IdleMeasurement(
    int connections, double seconds, OptionalLong heapBytes, long residentBytes, long totalBytes) {
  /** Connections that come and go before, so that what is made once isn't counted as theirs. */
  private static final int FIRST = 200;

  private static final int SETTLING_SECONDS = 3;

  /** Opens so many connections to a server that was just started, counts, and closes them. */
  static IdleMeasurement take(int connections, Contestant contestant, ServerProcess server)
      throws IOException, InterruptedException {
    try (Generator first = Generator.open(idle(FIRST), contestant.dialect(), server.port())) {
      first.listen(SETTLING_SECONDS);
    }
    ProcessFigures figures = server.figures();
    OptionalLong heap = heap(contestant, figures);
    long resident = figures.residentBytes();
    long start = System.nanoTime();
    try (Generator generator =
        Generator.open(idle(connections), contestant.dialect(), server.port())) {
      double seconds = (System.nanoTime() - start) / 1e9;
      generator.listen(SETTLING_SECONDS);
      long residentNow = figures.residentBytes();
      OptionalLong heapNow = heap(contestant, figures);
      if (generator.lost() > 0) {
        throw new IOException(
            "%,d connections ended: %s".formatted(generator.lost(), generator.firstEnd()));
      }
      return new IdleMeasurement(
          connections, seconds, less(heapNow, heap), residentNow - resident, residentNow);
    }
  }

  static Table table() {
    return new Table(
        "idle connections",
        "server",
        "opened/s",
        "heap KB/connection",
        "RSS KB/connection",
        "RSS MB");
  }

  /** Its row in {@link #table}. */
  List<String> row(String server) {
    return List.of(
        "%,d".formatted(connections),
        server,
        "%,.0f".formatted(connections / seconds),
        heapBytes.isEmpty() ? "–" : kilobytes(heapBytes.getAsLong()),
        kilobytes(residentBytes),
        "%,d".formatted(totalBytes >> 20));
  }

  private String kilobytes(long bytes) {
    return "%.1f".formatted(bytes / 1024.0 / connections);
  }

  private static Load idle(int connections) {
    return new Load(1, connections, 1, 0, 1, 0, Load.SIZE);
  }

  private static OptionalLong heap(Contestant contestant, ProcessFigures figures)
      throws IOException, InterruptedException {
    return contestant.hasHeap() ? OptionalLong.of(figures.liveHeapBytes()) : OptionalLong.empty();
  }

  private static OptionalLong less(OptionalLong now, OptionalLong before) {
    return now.isEmpty() ? now : OptionalLong.of(now.getAsLong() - before.getAsLong());
  }
}
