package chat.parley.bench;

import java.io.IOException;
import java.util.List;

/**
 * What each server needs for connections on which nothing is said; in a process of its own, as what
 * a load leaves behind would blur it.
 */
final class IdlePart implements Part {
  private final List<Contestant> contestants;
  private final int connections;

  IdlePart(List<Contestant> contestants, int connections) {
    this.contestants = contestants;
    this.connections = connections;
  }

  @Override
  public void measure(Report report) throws InterruptedException {
    for (Contestant contestant : contestants) {
      Progress.say(contestant.name(), "%,d idle connections".formatted(connections));
      try (ServerProcess server = contestant.start()) {
        report.add(contestant, IdleMeasurement.take(connections, contestant, server));
      } catch (IOException e) {
        report.notRunIdle(contestant, connections, e);
      }
    }
  }
}
