package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.PersonId;
import chat.parley.wire.Format;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final PersonId ANN = new PersonId("p_7c2m5x9k4w1q8z3h");
  private static final PersonId BOB = new PersonId("p_3n8v6t1r5y2d9f4g");

  private final Conditions conditions = new Conditions();
  private final FakeClock clock = new FakeClock();
  private final Presence presence = new Presence(conditions.config());

  private Client client(PersonId person) {
    return new Client(
        person,
        Format.PARLEY,
        "127.0.0.1",
        new FakeConnection(),
        conditions.config(),
        clock,
        client -> {});
  }

  private void pass(Duration time) {
    clock.pass(time);
  }

  private List<PersonId> gone() {
    return presence.gone(clock.getAsLong());
  }

  @Test
  void aPersonComesWithTheFirstConnection() {
    assertFalse(presence.isHere(ANN));
    assertTrue(presence.arrive(client(ANN)));
    assertTrue(presence.isHere(ANN));
    assertFalse(presence.arrive(client(ANN)));
    assertTrue(presence.arrive(client(BOB)));
  }

  @Test
  void aPersonGoesSomeTimeAfterTheLastConnection() {
    Client one = client(ANN);
    Client two = client(ANN);
    presence.arrive(one);
    presence.arrive(two);
    presence.depart(one, clock.getAsLong());
    pass(conditions.grace.multipliedBy(2));
    assertEquals(List.of(), gone());
    presence.depart(two, clock.getAsLong());
    pass(conditions.grace.minusNanos(1));
    assertEquals(List.of(), gone());
    assertTrue(presence.isHere(ANN));
    pass(Duration.ofNanos(1));
    assertEquals(List.of(ANN), gone());
    assertFalse(presence.isHere(ANN));
    assertEquals(List.of(), gone());
  }

  @Test
  void whoReloadsThePageWasNotGone() {
    Client before = client(ANN);
    presence.arrive(before);
    presence.depart(before, clock.getAsLong());
    pass(conditions.grace.minusNanos(1));
    Client after = client(ANN);
    assertFalse(presence.arrive(after));
    pass(conditions.grace);
    assertEquals(List.of(), gone());
    presence.depart(after, clock.getAsLong());
    pass(conditions.grace);
    assertEquals(List.of(ANN), gone());
  }

  @Test
  void whoReturnsAfterwardsComesAgain() {
    Client before = client(ANN);
    presence.arrive(before);
    presence.depart(before, clock.getAsLong());
    pass(conditions.grace);
    gone();
    assertTrue(presence.arrive(client(ANN)));
  }

  @Test
  void aPersonsConnectionsAreKnownWhileTheyLast() {
    Client one = client(ANN);
    Client two = client(ANN);
    presence.arrive(one);
    presence.arrive(two);
    presence.depart(one, clock.getAsLong());
    assertEquals(List.of(two), presence.clients(ANN));
    assertEquals(List.of(), presence.clients(BOB));
  }

  @Test
  void allConnectionsOfAPersonShareOneAllowance() {
    presence.arrive(client(ANN));
    TokenBucket allowance = presence.allowance(ANN).orElseThrow();
    presence.arrive(client(ANN));
    assertSame(allowance, presence.allowance(ANN).orElseThrow());
    assertEquals(Optional.empty(), presence.allowance(BOB));
  }

  @Test
  void reconnectingDoesNotRefillTheAllowance() {
    Client before = client(ANN);
    presence.arrive(before);
    TokenBucket allowance = presence.allowance(ANN).orElseThrow();
    presence.depart(before, clock.getAsLong());
    gone();
    presence.arrive(client(ANN));
    assertSame(allowance, presence.allowance(ANN).orElseThrow());
  }
}
