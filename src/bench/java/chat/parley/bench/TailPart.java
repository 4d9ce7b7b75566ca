package chat.parley.bench;

import java.io.IOException;
import java.util.List;

/**
 * What the newest entries cost that stay in memory: live objects of the heap with so many, less
 * those before anything was said, when all connections had already come and gone once.
 */
final class TailPart implements Part {
  private static final int ENTRIES = 200_000;

  /** Messages of as many characters as everywhere else here. */
  private static final Load LOAD = Load.closed(100, 50).lasting(5);

  private final ParleyWar war;

  TailPart(ParleyWar war) {
    this.war = war.with("-Dparley.log.entries=" + ENTRIES);
  }

  @Override
  public void measure(Report report) throws InterruptedException {
    Progress.say(war.name(), "%,d entries in memory".formatted(ENTRIES));
    try (ServerProcess server = war.start()) {
      say(server, 1);
      long before = server.figures().liveHeapBytes();
      say(server, ENTRIES);
      long bytes = server.figures().liveHeapBytes() - before;
      report.add(table(bytes));
    } catch (IOException e) {
      report.failed("tail", e);
    }
  }

  private static void say(ServerProcess server, int messages) throws IOException {
    try (Generator generator = Generator.open(LOAD, Dialect.PARLEY, server.port())) {
      for (long said = 0; said < messages; ) {
        said += generator.run(messages == 1 ? 1 : LOAD.seconds()).latencies().count();
      }
    }
  }

  private static Table table(long bytes) {
    Table table =
        new Table("newest entries in memory", "each a message of", "heap MB", "heap bytes/entry");
    table.add(
        List.of(
            "%,d".formatted(ENTRIES),
            Load.SIZE + " characters",
            "%.1f".formatted(bytes / 1048576.0),
            "%,d".formatted(bytes / ENTRIES)));
    return table;
  }
}
