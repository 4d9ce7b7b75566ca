package chat.parley.bench;

import java.io.IOException;
import java.util.List;

/** Each server under each load. */
final class FanOutPart implements Part {
  private static final int COMPILING_SECONDS = 10;

  private final List<Contestant> contestants;
  private final List<Load> loads;

  FanOutPart(List<Contestant> contestants, List<Load> loads) {
    this.contestants = contestants;
    this.loads = loads;
  }

  @Override
  public void measure(Report report) throws InterruptedException {
    for (Contestant contestant : contestants) {
      measure(contestant, report);
    }
  }

  private void measure(Contestant contestant, Report report) throws InterruptedException {
    try (ServerProcess server = contestant.start()) {
      Progress.say(contestant.name(), "warming up");
      Measurement.take(Load.first(COMPILING_SECONDS), contestant.dialect(), server);
      for (Load load : loads) {
        Progress.say(contestant.name(), load.toString());
        measure(contestant, load, server, report);
      }
    } catch (IOException e) {
      // A server that can't run here is a row of the table; the others are measured all the same.
      loads.forEach(load -> report.notRun(contestant, load, e));
    }
  }

  private static void measure(
      Contestant contestant, Load load, ServerProcess server, Report report) {
    if (load.rooms() > 1 && !contestant.hasRooms()) {
      report.notRun(contestant, load, "it has no rooms");
      return;
    }
    try {
      report.add(contestant, load, Measurement.take(load, contestant.dialect(), server));
    } catch (IOException e) {
      report.notRun(contestant, load, e);
    }
  }
}
