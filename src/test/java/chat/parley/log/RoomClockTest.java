package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class RoomClockTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Parameter Engine engine;
  @TempDir Path folder;

  private final Drafts tea = new Drafts();
  private final Drafts coffee = new Drafts();

  private static SqlStore store(Database database, Instant now) {
    return new SqlStore(database, Clock.fixed(now, ZoneOffset.UTC), 100);
  }

  private static Entry stored(SqlStore store, Drafts room) {
    return assertInstanceOf(Outcome.Stored.class, store.commit(List.of(room.draft("hello"))).get(0))
        .entry();
  }

  @Test
  void aRoomsTimeNeverGoesBackAlsoAfterARestart() {
    try (Database database = engine.open(folder)) {
      SqlStore store = store(database, NOON);
      store.commit(List.of(tea.made(), coffee.made()));
      assertEquals(NOON, stored(store, tea).at());
      SqlStore earlier = store(database, NOON.minus(HOUR));
      assertEquals(NOON, stored(earlier, tea).at());
      assertEquals(NOON.minus(HOUR), stored(earlier, coffee).at());
      SqlStore later = store(database, NOON.plus(HOUR));
      assertEquals(NOON.plus(HOUR), stored(later, tea).at());
      assertEquals(3, later.end(tea.id()).seq());
    }
  }

  @Test
  void itNeverGoesBackWhileItRuns() {
    Instant[] now = {NOON};
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now[0];
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    try (Database database = engine.open(folder)) {
      SqlStore store = new SqlStore(database, clock, 100);
      store.commit(List.of(tea.made()));
      assertEquals(NOON, stored(store, tea).at());
      now[0] = NOON.minus(HOUR);
      assertEquals(NOON, stored(store, tea).at());
      now[0] = NOON.plusMillis(1);
      assertEquals(NOON.plusMillis(1), stored(store, tea).at());
    }
  }
}
