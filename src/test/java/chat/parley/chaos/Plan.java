package chat.parley.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * What a run is made of, from {@code -Dchaos.seed}, {@code -Dchaos.rounds}, {@code -Dchaos.pause}.
 *
 * @param seed of all that is chosen
 * @param rounds how often the server is killed
 * @param pause for how long it is stopped
 */
record Plan(long seed, int rounds, Duration pause) {
  private static final int ROUNDS = 3;
  private static final int PAUSE = 3;

  static Plan given() {
    return new Plan(
        Long.getLong("chaos.seed", new Random().nextInt(1_000_000)),
        Integer.getInteger("chaos.rounds", ROUNDS),
        Duration.ofSeconds(Integer.getInteger("chaos.pause", PAUSE)));
  }

  @Override
  public String toString() {
    return "seed %d, %d rounds (again by -Dchaos.seed=%d -Dchaos.rounds=%d)"
        .formatted(seed, rounds, seed, rounds);
  }
}
