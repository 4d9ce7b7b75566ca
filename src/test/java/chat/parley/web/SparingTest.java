package chat.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SparingTest {
  @Test
  void saysHowOftenItWentUnsaid() {
    AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
    Sparing sparing = new Sparing(Duration.ofNanos(100), clock::get);
    assertEquals(OptionalInt.of(0), sparing.due());
    assertEquals(OptionalInt.empty(), sparing.due());
    clock.addAndGet(99);
    assertEquals(OptionalInt.empty(), sparing.due());
    clock.addAndGet(1);
    assertEquals(OptionalInt.of(2), sparing.due());
    assertEquals(OptionalInt.empty(), sparing.due());
  }
}
