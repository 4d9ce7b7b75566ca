package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.parley.wire.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CrowdedTest {
  @Test
  void whoIsSentAwayAtOnceIsNotKeptAsBeingHere() {
    Conditions conditions = new Conditions();
    conditions.connections = 1;
    try (House house = new House(conditions)) {
      house.plain(house.ann);
      Client client =
          new Client(
              house.bob,
              Format.PARLEY,
              "192.0.2.2",
              new FakeConnection(),
              conditions.config(),
              house.clock,
              house.clients::unregister);
      house.clients.register(client);
      assertEquals(List.of(), house.presence.clients(house.bob));
      assertEquals(1, house.clients.connections("192.0.2.2"));
      assertFalse(
          house.directory.notes.get(house.directory.notes.size() - 1).startsWith("arrived"));
    }
  }
}
