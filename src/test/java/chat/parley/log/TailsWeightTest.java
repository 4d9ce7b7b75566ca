package chat.parley.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What memory holds is weighed. */
class TailsWeightTest {
  private static final int BYTES = 100_000;
  private static final PersonId ANN = PersonId.of(new byte[32]);

  private final Tails tails = new Tails(new Capacity(1000, BYTES));
  private final RoomId tea = RoomId.random();
  private final RoomId coffee = RoomId.random();

  private Entry append(RoomId room, Act act) {
    Position end = tails.end(room);
    Entry entry =
        new Entry(
            room,
            end.seq() + 1,
            Marks.next(end.mark(), end.seq() + 1, act.kind(), ANN, null, Instant.EPOCH),
            ANN,
            null,
            Instant.EPOCH,
            act);
    tails.append(entry);
    return entry;
  }

  private static Act say(String content) {
    return new Act.Say(Text.of(content), null);
  }

  private int held(RoomId room) {
    Position end = tails.end(room);
    int held = 0;
    while (held < end.seq() && tails.newest(room, end.seq(), held + 1).isPresent()) {
      held++;
    }
    return held;
  }

  @Test
  void longTextsAreDroppedBeforeTheyAreMany() {
    for (int i = 0; i < 100; i++) {
      append(i % 2 == 0 ? tea : coffee, say("x".repeat(8000)));
      assertTrue(tails.bytes() <= BYTES, "after " + i);
    }
    assertEquals(3, held(tea));
    assertEquals(3, held(coffee));
  }

  @Test
  void shortTextsAreCountedInEntries() {
    Tails few = new Tails(new Capacity(10, BYTES));
    Position start = few.end(tea);
    for (int i = 0; i < 20; i++) {
      Position end = few.end(tea);
      few.append(new Entry(tea, end.seq() + 1, end.mark(), ANN, null, Instant.EPOCH, say("x")));
    }
    assertEquals(Optional.empty(), few.after(start, 20));
    assertEquals(20, few.end(tea).seq());
    assertTrue(few.newest(tea, 20, 10).isPresent());
    assertTrue(few.newest(tea, 20, 11).isEmpty());
  }

  @Test
  void whatATextBecomesIsCounted() {
    Entry said = append(tea, say("short"));
    long before = tails.bytes();
    append(tea, new Act.Edit(said.seq(), Text.of("x".repeat(8000))));
    long edited = tails.bytes();
    assertTrue(edited - before > 2 * 16_000, "the message and its edit both hold it");
    append(tea, new Act.Delete(said.seq(), ANN, null));
    assertTrue(tails.bytes() < before + 3 * 1000, "neither holds a text any more");
  }

  @Test
  void whoIsNamedIsCounted() {
    append(tea, say("short"));
    long plain = tails.bytes();
    Set<PersonId> named = new LinkedHashSet<>();
    for (byte i = 0; i < 50; i++) {
      named.add(PersonId.of(new byte[] {i, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    }
    append(tea, new Act.Say(new Text("short", named, false), null));
    assertTrue(tails.bytes() - plain > 50 * 100);
  }

  @Test
  void whatIsReadAgainIsCountedAndDroppedAsWell() {
    List<Entry> said = new ArrayList<>();
    Position start = tails.end(tea);
    for (int i = 0; i < 5; i++) {
      said.add(append(tea, say("x".repeat(4000))));
    }
    Tails later = new Tails(new Capacity(1000, BYTES));
    later.begin(tails.end(tea));
    later.prepend(start, said);
    assertEquals(tails.bytes(), later.bytes());
    Tails small = new Tails(new Capacity(1000, 20_000));
    small.begin(tails.end(tea));
    small.prepend(start, said);
    assertTrue(small.bytes() <= 20_000);
    assertTrue(small.newest(tea, 5, 2).isPresent());
  }

  @Test
  void anEntryThatIsTooHeavyIsNotHeld() {
    append(tea, say("short"));
    append(tea, say("x".repeat(BYTES)));
    assertEquals(0, tails.bytes());
    assertEquals(2, tails.end(tea).seq());
  }
}
