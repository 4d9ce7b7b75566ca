package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private final FakeClock clock = new FakeClock();

  @Test
  void asManyAsTheLimitWithinTheWindowAreAbuse() {
    Refusals refusals = new Refusals(3);
    assertFalse(refusals.add(clock.getAsLong()));
    clock.pass(Limits.ABUSE_WINDOW.dividedBy(2));
    assertFalse(refusals.add(clock.getAsLong()));
    clock.pass(Limits.ABUSE_WINDOW.dividedBy(2));
    assertTrue(refusals.add(clock.getAsLong()));
  }

  @Test
  void theSameManyOverALongerTimeAreNot() {
    Refusals refusals = new Refusals(3);
    for (int i = 0; i < 1000; i++) {
      clock.pass(Limits.ABUSE_WINDOW.dividedBy(2).plusNanos(1));
      assertFalse(refusals.add(clock.getAsLong()));
    }
    assertTrue(refusals.add(clock.getAsLong()));
  }

  @Test
  void oneMayBeTooMany() {
    assertTrue(new Refusals(1).add(clock.getAsLong()));
  }

  @Test
  void zeroIsNever() {
    Refusals refusals = new Refusals(0);
    for (int i = 0; i < 1000; i++) {
      clock.pass(Duration.ofMillis(1));
      assertFalse(refusals.add(clock.getAsLong()));
    }
  }
}
