package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However much happens, memory holds so much and no more. */
class TailsTest {
  private static final int CAPACITY = 100;
  private static final long BYTES = 60_000;

  private final List<Drafts> rooms = Stream.generate(Drafts::new).limit(7).toList();
  private final Map<Drafts, Position> ends = new HashMap<>();
  private final Tails tails = new Tails(new Capacity(CAPACITY, BYTES));

  private Entry entry(Drafts room, Act act) {
    Position end = ends.getOrDefault(room, Marks.start(room.id()));
    Entry entry = Marks.follow(end, room.draft(ANN, null, act), act, Instant.EPOCH);
    ends.put(room, entry.position());
    return entry;
  }

  private static Act say(int length) {
    return new Act.Say(Text.of("x".repeat(length)), null);
  }

  @Test
  void soManyEntriesAndSoManyBytes() {
    Random random = new Random(3);
    for (int i = 0; i < 5000; i++) {
      Drafts room = rooms.get(random.nextInt(rooms.size()));
      long last = ends.getOrDefault(room, Marks.start(room.id())).seq();
      Act act =
          switch (random.nextInt(4)) {
            case 0 -> new Act.Edit(Math.max(1, last), Text.of("y".repeat(random.nextInt(100))));
            case 1 -> new Act.Delete(Math.max(1, last - 2));
            default -> say(random.nextInt(random.nextBoolean() ? 5 : 200));
          };
      tails.append(entry(room, act));
      assertTrue(tails.size() <= CAPACITY, () -> tails.size() + " entries");
      assertTrue(tails.bytes() <= BYTES, () -> tails.bytes() + " bytes");
      assertEquals(held(), tails.bytes());
    }
  }

  /** What is there weighs, counted one by one. */
  private long held() {
    return rooms.stream().mapToLong(this::held).sum();
  }

  private long held(Drafts room) {
    Position end = tails.end(room.id());
    long most = 0;
    for (int count = 0; count <= end.seq(); count++) {
      Optional<Story> newest = tails.newest(room.id(), end.seq(), count);
      if (newest.isEmpty()) {
        return most;
      }
      most = newest.get().entries().stream().mapToLong(Entry::weight).sum();
    }
    return most;
  }

  @Test
  void whatIsReadAgainDrivesOutHalfAtMost() {
    Drafts now = rooms.get(0);
    for (int i = 0; i < CAPACITY; i++) {
      tails.append(entry(now, say(1)));
    }
    for (Drafts before : rooms.subList(1, rooms.size())) {
      List<Entry> old = new ArrayList<>();
      for (int i = 0; i < CAPACITY; i++) {
        old.add(entry(before, say(1)));
      }
      tails.begin(ends.get(before));
      tails.prepend(Marks.start(before.id()), old);
      assertTrue(tails.size() <= CAPACITY);
    }
    assertTrue(tails.newest(now.id(), CAPACITY, CAPACITY / 2).isPresent());
  }
}
