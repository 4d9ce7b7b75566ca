package chat.parley.chaos;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets one client act at random moments, on a thread of its own, until all are to come to rest and
 * it is connected and has no request left without an answer.
 */
final class Pace implements Runnable {
  private static final int BACK_OFF = 100;

  private final Talker talker;
  private final Choices choices;
  private final Random random;
  private final CountDownLatch rest;
  private final int mean;
  private volatile Optional<Throwable> failure = Optional.empty();

  /**
   * @param rest counted down when all are to come to rest
   * @param mean milliseconds from one act to the next
   */
  Pace(Talker talker, Choices choices, Random random, CountDownLatch rest, int mean) {
    this.talker = talker;
    this.choices = choices;
    this.random = random;
    this.rest = rest;
    this.mean = mean;
  }

  @Override
  public void run() {
    try {
      while (rest.getCount() > 0) {
        move();
      }
      talker.until("all is answered", () -> talker.isConnected() && talker.waiting() == 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = Optional.of(e); // told by the run, which outlives this thread
    }
  }

  private void move() throws InterruptedException {
    boolean there = talker.step(Duration.ofMillis(1 + random.nextInt(2 * mean)));
    if (!there) {
      rest.await(BACK_OFF, TimeUnit.MILLISECONDS);
    } else if (talker.isConnected()) {
      choices.act();
      if (random.nextInt(400) == 0) {
        talker.drop();
      }
    }
  }

  /** Why it ended before its time, if it did. */
  Optional<Throwable> failure() {
    return failure;
  }
}
