package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.log.MemoryStore;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.room.Equipment;
import chat.parley.room.FakeDirectory;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import chat.parley.room.Sequels;
import chat.parley.room.SteppedChanges;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private final CatchUp catchUp = new CatchUp();
  private final List<Room> asked = new ArrayList<>();
  private final Rooms rooms =
      new Rooms(
          new Equipment(
              new MemoryStore(Clock.systemUTC(), 10),
              new FakeDirectory(),
              Runnable::run,
              Runnable::run),
          new SteppedChanges(),
          List.of());
  private final Room tea = room("tea");
  private final Room coffee = room("coffee");

  private Room room(String name) {
    return rooms
        .join(new PersonId("p_7c2m5x9k4w1q8z3h"), new Name(name), 0, Sequels.NONE)
        .orElseThrow();
  }

  private void add(Room... more) {
    catchUp.add(
        List.of(more).stream().map(room -> new CatchUp.Step(room, () -> asked.add(room))).toList());
  }

  @Test
  void nextRoomWaitsUntilTheOneBeforeHasAnswered() {
    add(tea, coffee);
    catchUp.step(true);
    catchUp.step(true);
    assertEquals(List.of(tea), asked);
    catchUp.done(tea);
    catchUp.step(true);
    assertEquals(List.of(tea, coffee), asked);
  }

  @Test
  void nextRoomWaitsUntilWhatWasSaidIsSent() {
    add(tea, coffee);
    catchUp.step(false);
    assertEquals(List.of(), asked);
    catchUp.step(true);
    catchUp.done(tea);
    catchUp.step(false);
    assertEquals(List.of(tea), asked);
    catchUp.step(true);
    assertEquals(List.of(tea, coffee), asked);
  }

  @Test
  void anotherRoomsAnswerDoesNotCount() {
    add(tea, coffee);
    catchUp.step(true);
    catchUp.done(coffee);
    catchUp.step(true);
    assertEquals(List.of(tea), asked);
  }

  @Test
  void whatIsAddedLaterComesAfter() {
    add(tea);
    catchUp.step(true);
    add(coffee, tea);
    catchUp.done(tea);
    catchUp.step(true);
    catchUp.done(coffee);
    catchUp.step(true);
    catchUp.done(tea);
    catchUp.step(true);
    assertEquals(List.of(tea, coffee, tea), asked);
  }

  @Test
  void aRoomThatAnswersAtOnceIsNoTrouble() {
    catchUp.add(
        List.of(
            new CatchUp.Step(
                tea,
                () -> {
                  asked.add(tea);
                  catchUp.done(tea);
                })));
    add(coffee);
    catchUp.step(true);
    catchUp.step(true);
    assertEquals(List.of(tea, coffee), asked);
  }
}
