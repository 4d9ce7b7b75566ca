package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.of;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Coming back: exactly what was missed, or told to start afresh. */
interface ResumeRules extends Host {
  @Test
  default void whoWasAwayGetsExactlyWhatTheyMissed() {
    Guest guest = Guest.called(open(), "ann");
    String name = Fresh.room("tea");
    try (ParleyClient bob = ParleyClient.in(open())) {
      String room = bob.join(name);
      Position held;
      try (ParleyClient before = ParleyClient.in(open(), guest)) {
        before.join(name);
        bob.store(name, "heard");
        before.await("heard");
        held = before.rooms().position(room);
      }
      IntStream.range(0, 50).forEach(i -> bob.store(name, "missed " + i));
      try (ParleyClient after = ParleyClient.welcomed(Handshake.parley(open()).as(guest))) {
        after.resume(held);
        assertEquals(bob.messages(room).subList(1, 51), after.messages(room));
        assertFalse(
            after.heard().any(type("reset").and(of(room))), "a reset, though nothing was lost");
        bob.store(name, "live again");
        after.await("live again");
      }
    }
  }

  @Test
  default void whoMissedNothingGetsNothing() {
    Guest guest = Guest.called(open(), "ann");
    String name = Fresh.room("tea");
    Position held;
    try (ParleyClient before = ParleyClient.in(open(), guest)) {
      String room = before.join(name);
      before.store(name, "heard");
      held = before.rooms().position(room);
    }
    try (ParleyClient after = ParleyClient.welcomed(Handshake.parley(open()).as(guest))) {
      after.resume(held);
      after.heard().await("who is here", type("presence").and(of(held.room())));
      assertEquals(List.of(), after.messages(held.room()));
      assertFalse(after.heard().any(type("reset").and(of(held.room()))));
    }
  }

  @Test
  default void whoHeldAnEmptyRoomGetsAllOfIt() {
    Guest guest = Guest.called(open(), "ann");
    String name = Fresh.room("tea");
    try (ParleyClient bob = ParleyClient.in(open())) {
      String room = bob.join(name);
      Position held;
      try (ParleyClient before = ParleyClient.in(open(), guest)) {
        before.join(name);
        held = before.rooms().position(room);
      }
      bob.store(name, "first");
      try (ParleyClient after = ParleyClient.welcomed(Handshake.parley(open()).as(guest))) {
        after.resume(held);
        after.await("first");
        assertFalse(
            after.heard().any(type("reset").and(of(room))), "a reset, though nothing was lost");
      }
    }
  }

  @Test
  default void aGapIsFilledOnALiveConnection() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      JsonObject first = ann.store(name, "one");
      ann.store(name, "two");
      ann.store(name, "three");
      int before = ann.messages(room).size();
      Position held = Position.of(first);
      ann.rooms().rewind(held);
      ann.send(Ask.resume(held));
      ann.heard().awaitUntil("what is missing", () -> ann.messages(room).size() == before + 2);
      List<JsonObject> all = ann.messages(room);
      assertEquals(all.subList(1, 3), all.subList(3, 5));
      assertEquals(5, ann.store(name, "four").getInt("seq"));
    }
  }

  @Test
  default void aHistoryThatIsNotTheServersIsReset() {
    Guest guest = Guest.called(open(), "ann");
    String name = Fresh.room("tea");
    Position held;
    try (ParleyClient before = ParleyClient.in(open(), guest)) {
      String room = before.join(name);
      before.store(name, "one");
      before.store(name, "two");
      held = before.rooms().position(room);
    }
    String wrong =
        held.mark().startsWith("0")
            ? "1" + held.mark().substring(1)
            : "0" + held.mark().substring(1);
    List<Position> foreign =
        List.of(
            new Position(held.room(), held.seq(), wrong),
            new Position(held.room(), held.seq() - 1, held.mark()),
            new Position(held.room(), held.seq() + 1, held.mark()),
            new Position(held.room(), 0, held.mark()),
            new Position(held.room(), Integer.MAX_VALUE, held.mark()));
    for (Position position : foreign) {
      try (ParleyClient after = ParleyClient.welcomed(Handshake.parley(open()).as(guest))) {
        after.rooms().rewind(position);
        after.send(Ask.resume(position));
        JsonObject reset = after.awaitReset(room -> room.getString("id").equals(held.room()));
        assertEquals(held, Position.end(reset.getJsonObject("room")));
        assertEquals(held, after.rooms().position(held.room()));
      }
    }
  }

  @Test
  default void aPositionInAnUnknownRoomIsNoHindrance() {
    try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(open()))) {
      ann.send(Ask.resume(new Position("r_0000000000000000", 7, "0123456789abcdef")));
      ann.awaitReset(room -> room.getString("name", "").equals("#lobby"));
      ann.store("#lobby", Fresh.words("hello"));
    }
  }
}
