package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Duration SPAN = Duration.ofSeconds(10);

  private final FakeClock clock = new FakeClock();

  @Test
  void asManyAsTheLimitWithinTheSpanFillIt() {
    Window window = new Window(3, SPAN);
    assertFalse(window.fills(clock.getAsLong()));
    clock.pass(SPAN.dividedBy(2));
    assertFalse(window.fills(clock.getAsLong()));
    clock.pass(SPAN.dividedBy(2));
    assertTrue(window.fills(clock.getAsLong()));
  }

  @Test
  void theSameManyOverALongerTimeDoNot() {
    Window window = new Window(3, SPAN);
    for (int i = 0; i < 1000; i++) {
      clock.pass(SPAN.dividedBy(2).plusNanos(1));
      assertFalse(window.fills(clock.getAsLong()));
    }
    assertTrue(window.fills(clock.getAsLong()));
  }

  @Test
  void oneMayFillIt() {
    assertTrue(new Window(1, SPAN).fills(clock.getAsLong()));
  }

  @Test
  void noMoreThanTheLimitAreAdmittedWithinAnySpan() {
    Window window = new Window(3, SPAN);
    for (int i = 0; i < 3; i++) {
      assertTrue(window.admits(clock.getAsLong()));
    }
    clock.pass(SPAN);
    assertFalse(window.admits(clock.getAsLong()));
    clock.pass(Duration.ofNanos(1));
    for (int i = 0; i < 3; i++) {
      assertTrue(window.admits(clock.getAsLong()));
    }
    assertFalse(window.admits(clock.getAsLong()));
  }

  @Test
  void zeroIsNever() {
    Window window = new Window(0, SPAN);
    for (int i = 0; i < 1000; i++) {
      clock.pass(Duration.ofMillis(1));
      assertFalse(window.fills(clock.getAsLong()));
      assertTrue(window.admits(clock.getAsLong()));
    }
  }
}
