package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.Name;
import chat.parley.room.Room;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private final CatchUp catchUp = new CatchUp();
  private final List<Room> asked = new ArrayList<>();
  private final House house = new House(new Conditions());
  private final House.Guest ann = house.parley(house.ann);
  private final Room tea = room("tea");
  private final Room coffee = room("coffee");

  @AfterEach
  void close() {
    house.close();
  }

  private Room room(String name) {
    ann.join("#" + name);
    return house.rooms.find(new Name(name)).orElseThrow();
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
