package chat.parley.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Does harm to the server, its database and the connections, and lets all come to life again: in
 * each round perhaps something passing, and then a {@code kill -9} of the server. Single-threaded.
 */
final class Nemesis {
  /** The longest that clients may need to get something stored after a fault. */
  private static final Duration RECOVERY = Duration.ofSeconds(120);

  private final Victim victim;
  private final Recorder recorder;
  private final Random random;
  private final Duration pause;

  /**
   * @param pause for how long it stops the server
   */
  Nemesis(Victim victim, Recorder recorder, Random random, Duration pause) {
    this.victim = victim;
    this.recorder = recorder;
    this.random = random;
    this.pause = pause;
  }

  void round() throws IOException, InterruptedException {
    work();
    switch (random.nextInt(victim.backing().isServer() ? 10 : 8)) {
      case 0 -> stop();
      case 1, 2 -> cut();
      case 3, 4 -> freeze();
      case 5 -> starve();
      case 8, 9 -> killDatabase();
      default -> {}
    }
    work();
    kill();
  }

  /** Waits until some more is stored; fails if nothing is for long. */
  void work() throws InterruptedException {
    int wanted = 10 + random.nextInt(60);
    if (!recorder.await(wanted, RECOVERY)) {
      throw new AssertionError("nothing goes on: no " + wanted + " more stored in " + RECOVERY);
    }
  }

  private void note(String fault) {
    recorder.record("nemesis", 0, new Happening.Fault(fault));
  }

  private void kill() throws IOException, InterruptedException {
    note("kill -9 of the server");
    victim.kill();
    if (victim.backing().isServer() && random.nextInt(5) == 0) {
      note("kill -9 of the database with it");
      victim.backing().kill();
      victim.backing().start();
    }
    victim.start();
  }

  private void stop() throws IOException, InterruptedException {
    note("SIGSTOP of the server");
    victim.pause();
    recorder.await(Integer.MAX_VALUE / 2, pause);
    victim.resume();
  }

  private void killDatabase() throws IOException, InterruptedException {
    note("kill -9 of the database");
    victim.backing().kill();
    recorder.await(Integer.MAX_VALUE / 2, Duration.ofMillis(random.nextInt(2000)));
    victim.backing().start();
  }

  /** Some of the connections that are open, at least one. */
  private List<Link> some() {
    List<Link> links = new ArrayList<>(victim.proxy().links());
    Collections.shuffle(links, random);
    return links.subList(0, Math.min(links.size(), 1 + random.nextInt(6)));
  }

  private void cut() {
    List<Link> links = some();
    note("cut of connections");
    links.forEach(Link::cut);
  }

  /** Half of the time what was held back arrives late. */
  private void freeze() throws InterruptedException {
    List<Link> links = some();
    note("half-open connections");
    links.forEach(Link::freeze);
    recorder.await(200, Duration.ofSeconds(1 + random.nextInt(5)));
    links.forEach(random.nextBoolean() ? Link::thaw : Link::cut);
  }

  private void starve() throws InterruptedException {
    List<Link> links = some();
    note("starved readers");
    links.forEach(Link::starve);
    recorder.await(300, Duration.ofSeconds(2 + random.nextInt(10)));
    links.forEach(Link::thaw);
  }
}
