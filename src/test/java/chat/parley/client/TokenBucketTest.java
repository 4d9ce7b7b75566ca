package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final FakeClock clock = new FakeClock();

  private int takeAll(TokenBucket bucket) {
    int taken = 0;
    while (taken < 10_000 && bucket.take(clock.getAsLong()) == 0) {
      taken++;
    }
    return taken;
  }

  @Test
  void aBurstIsLetThroughAtOnce() {
    assertEquals(20, takeAll(new TokenBucket(5, 20)));
    assertEquals(1, takeAll(new TokenBucket(5, 1)));
    assertEquals(1, takeAll(new TokenBucket(5, 0)));
  }

  @Test
  void afterwardsItIsTheRate() {
    TokenBucket bucket = new TokenBucket(5, 20);
    takeAll(bucket);
    for (int i = 0; i < 10; i++) {
      clock.pass(Duration.ofSeconds(1));
      assertEquals(5, takeAll(bucket));
    }
  }

  @Test
  void whatIsToldIsExactlyHowLongToWait() {
    TokenBucket bucket = new TokenBucket(5, 20);
    takeAll(bucket);
    clock.pass(Duration.ofMillis(50));
    long wait = bucket.take(clock.getAsLong());
    assertEquals(SECOND / 5 - Duration.ofMillis(50).toNanos(), wait);
    clock.pass(Duration.ofNanos(wait - 1));
    assertEquals(1, bucket.take(clock.getAsLong()));
    clock.pass(Duration.ofNanos(1));
    assertEquals(0, bucket.take(clock.getAsLong()));
  }

  @Test
  void aRefusedOneCostsNothing() {
    TokenBucket bucket = new TokenBucket(1, 1);
    bucket.take(clock.getAsLong());
    for (int i = 0; i < 100; i++) {
      assertEquals(SECOND, bucket.take(clock.getAsLong()));
    }
  }

  @Test
  void aLongRestGivesOneBurstAndNotMore() {
    TokenBucket bucket = new TokenBucket(5, 20);
    takeAll(bucket);
    clock.pass(Duration.ofDays(10));
    assertEquals(20, takeAll(bucket));
  }

  @Test
  void rateZeroLetsEverythingThrough() {
    TokenBucket bucket = new TokenBucket(0, 0);
    for (int i = 0; i < 10_000; i++) {
      assertEquals(0, bucket.take(clock.getAsLong()));
    }
  }

  @Test
  void inNoStretchOfTimeMoreThanBurstAndRateAllow() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      TokenBucket bucket = new TokenBucket(5, 20);
      long start = clock.getAsLong();
      int taken = 0;
      for (int i = 0; i < 1000; i++) {
        clock.pass(Duration.ofMillis(random.nextInt(300)));
        if (bucket.take(clock.getAsLong()) == 0) {
          taken++;
        }
        double allowed = 20 + 5.0 * (clock.getAsLong() - start) / SECOND;
        assertTrue(taken <= allowed, "seed " + seed + ": " + taken + " of " + allowed);
      }
      assertTrue(taken >= 5 * (clock.getAsLong() - start) / SECOND, "seed " + seed);
    }
  }
}
