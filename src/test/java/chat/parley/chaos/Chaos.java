package chat.parley.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * One run: some people come in and make rooms, talk while the nemesis does its rounds, come to
 * rest, and leave the evidence. Used once, by one thread.
 */
final class Chaos {
  private static final int MEAN = 60;

  private final Victim victim;
  private final Plan plan;
  private final Random random;
  private final Recorder recorder = new Recorder();
  private final List<Talker> talkers = new ArrayList<>();
  private final List<String> unrest = new ArrayList<>();

  Chaos(Victim victim, Plan plan) {
    this.victim = victim;
    this.plan = plan;
    this.random = new Random(plan.seed());
  }

  Recorder recorder() {
    return recorder;
  }

  /** Why it did not go on, or did not come to rest; empty if it did. */
  List<String> unrest() {
    return List.copyOf(unrest);
  }

  Evidence run() throws IOException, InterruptedException, SQLException {
    Town town = new Founding(victim.url(), recorder, random, talkers).found();
    try {
      talk(town);
      Rest rest = new Rest(victim.url(), random);
      talkers.forEach(rest::settle);
    } catch (AssertionError e) {
      unrest.add(e.toString()); // what was heard so far is judged all the same
    }
    Evidence evidence = new Evidence(recorder.events(), read(town));
    talkers.forEach(Talker::drop);
    return evidence;
  }

  private void talk(Town town) throws IOException, InterruptedException {
    CountDownLatch rest = new CountDownLatch(1);
    List<Pace> paces = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (Talker talker : talkers) {
      Choices choices = new Choices(talker, town, new Random(random.nextLong()));
      Pace pace = new Pace(talker, choices, new Random(random.nextLong()), rest, MEAN);
      paces.add(pace);
      threads.add(new Thread(pace, "chaos-" + talker.name()));
    }
    threads.forEach(Thread::start);
    try {
      Nemesis nemesis = new Nemesis(victim, recorder, new Random(random.nextLong()), plan.pause());
      for (int round = 0; round < plan.rounds(); round++) {
        nemesis.round();
        progress(round + 1);
      }
      nemesis.work();
    } finally {
      rest.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    for (Pace pace : paces) {
      if (pace.failure().isPresent()) {
        throw new AssertionError("A client failed: " + pace.failure().get());
      }
    }
  }

  private void progress(int round) {
    if (round % 10 == 0) {
      System.out.println("  round " + round + ", " + recorder.acks() + " requests acknowledged");
    }
  }

  private Map<String, RoomLog> read(Town town) throws SQLException {
    List<String> ids = town.rooms();
    Map<String, List<Row>> rows = victim.backing().rows(ids);
    Map<String, RoomLog> rooms = new HashMap<>();
    try (LogReader reader = new LogReader(victim.direct(), town.owner())) {
      Map<String, List<Entry>> told = reader.tell(ids);
      for (String id : ids) {
        rooms.put(
            id,
            new RoomLog(
                id,
                town.kinds().get(id),
                town.people(id),
                told.get(id),
                reader.walk(id),
                rows.get(id)));
      }
    }
    return rooms;
  }
}
