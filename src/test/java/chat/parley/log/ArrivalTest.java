package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ArrivalTest {
  private final List<Long> pauses = new ArrayList<>();

  private Database await(Supplier<Database> opening) {
    return Arrival.await(
        opening, () -> 1_000_000 * pauses.stream().mapToLong(Long::longValue).sum(), pauses::add);
  }

  private static Database absent() {
    throw new Absent("The database it can't be had: it is told so.", null);
  }

  @Test
  void aDatabaseThatComesIsWaitedForAndTheLogSaysSoOnce() {
    try (Logged logged = Logged.by(Arrival.class);
        Database database = Database.temporary()) {
      assertSame(database, await(() -> pauses.size() < 3 ? absent() : database));
      assertEquals(List.of(250L, 500L, 1000L), pauses);
      assertEquals(
          List.of("The database it can't be had: it is told so. It is waited for, 30 s at most."),
          logged.messages());
    }
  }

  @Test
  void oneThatDoesNotComeIsNotWaitedForForEver() {
    assertThrows(Absent.class, () -> await(ArrivalTest::absent));
    assertEquals(31_750, pauses.stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void oneThatWillNotDoIsNotWaitedFor() {
    Supplier<Database> opening =
        () -> {
          throw new Unusable("no", null);
        };
    assertThrows(Unusable.class, () -> await(opening));
    assertEquals(List.of(), pauses);
  }
}
