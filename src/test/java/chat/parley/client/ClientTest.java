package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Code;
import chat.parley.message.FromServer;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.room.Room;
import chat.parley.wire.Format;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientTest {
  private static final PersonId ANN = new PersonId("p_7c2m5x9k4w1q8z3h");
  private static final FromServer.Refused REFUSED =
      new FromServer.Refused(new Ref("a"), Code.EMPTY, "A message needs something to see.", null);

  private final Conditions conditions = new Conditions();
  private final FakeClock clock = new FakeClock();
  private final List<Client> ended = new ArrayList<>();
  private final FakeConnection inline = new FakeConnection();
  private final FakeConnection held = FakeConnection.held();

  private Client client(Format format, Connection connection) {
    return new Client(ANN, format, "127.0.0.1", connection, conditions.config(), clock, ended::add);
  }

  private static void say(Client client, int from, int to) {
    for (int i = from; i < to; i++) {
      client.hear(Plain.notice("" + i));
    }
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "" + i).toList();
  }

  private Farewell farewell(Client client, FakeConnection connection) {
    assertEquals(List.of(client), ended);
    client.close();
    return connection.closed.get(0);
  }

  @Test
  void oneFrameIsInFlightAndWhatWaitsGoesNext() {
    Client client = client(Format.PARLEY, held);
    say(client, 0, 5);
    assertEquals(List.of("0"), held.contents());
    held.complete();
    assertEquals(numbers(0, 5), held.contents());
    assertEquals(2, held.sent.size());
    assertEquals(1, held.underWay());
    held.complete();
    say(client, 5, 6);
    assertEquals(numbers(0, 6), held.contents());
  }

  @Test
  void whenIdleEachFrameGoesAtOnce() {
    Client client = client(Format.PARLEY, inline);
    say(client, 0, 5);
    assertEquals(5, inline.sent.size());
    assertEquals(numbers(0, 5), inline.contents());
  }

  @Test
  void aLongQueueThatCompletesAtOnceDoesNotRecurse() {
    conditions.outboxFrames = 0;
    conditions.outboxBytes = 0;
    Client client = client(Format.PLAIN, held);
    say(client, 0, 100_000);
    held.inline = true;
    held.complete();
    assertEquals(100_000, held.sent.size());
    assertEquals("{\"content\":\"99999\"}", held.sent.get(99_999));
  }

  @Test
  void aFrameThatCannotBeSentEndsTheClient() {
    Client client = client(Format.PARLEY, held);
    say(client, 0, 5);
    held.fail();
    assertEquals(Farewell.FAILED, farewell(client, held));
    say(client, 5, 6);
    assertEquals(List.of("0"), held.contents());
  }

  @Test
  void aQueueThatIsFullEndsTheClient() {
    conditions.outboxFrames = 3;
    Client client = client(Format.PARLEY, held);
    say(client, 0, 4);
    assertEquals(List.of(), ended);
    say(client, 4, 5);
    assertEquals(Farewell.OVERFLOW, farewell(client, held));
    held.complete();
    assertEquals(List.of("0"), held.contents());
  }

  @Test
  void itEndsOnceAndForTheFirstReason() {
    Client client = client(Format.PARLEY, held);
    client.end(Farewell.GOING_AWAY);
    client.end(Farewell.ABUSE);
    assertEquals(Farewell.GOING_AWAY, farewell(client, held));
    assertTrue(client.isGone());
  }

  @Test
  void aConnectionThatIsGoneIsNotEndedAgain() {
    Client client = client(Format.PARLEY, held);
    client.gone();
    client.end(Farewell.SILENT);
    say(client, 0, 1);
    assertEquals(List.of(), ended);
    assertEquals(List.of(), held.sent);
  }

  @Test
  void aFrameThatIsUnderWayTooLongEndsTheClient() {
    Client client = client(Format.PARLEY, held);
    say(client, 0, 1);
    clock.pass(conditions.stall);
    client.look();
    assertEquals(List.of(), ended);
    clock.pass(Duration.ofNanos(1));
    client.look();
    assertEquals(Farewell.STALLED, farewell(client, held));
  }

  @Test
  void eachFrameHasItsOwnTime() {
    Client client = client(Format.PARLEY, held);
    for (int i = 0; i < 4; i++) {
      say(client, i, i + 1);
      clock.pass(conditions.stall);
      client.heard();
      client.look();
      held.complete();
    }
    say(client, 4, 6);
    clock.pass(Duration.ofSeconds(6));
    held.complete();
    clock.pass(Duration.ofSeconds(6));
    client.heard();
    client.look();
    assertEquals(List.of(), ended);
  }

  @Test
  void anIdleConnectionIsNotStalled() {
    Client client = client(Format.PARLEY, inline);
    say(client, 0, 1);
    clock.pass(conditions.stall.multipliedBy(3));
    client.heard();
    client.look();
    assertEquals(List.of(), ended);
  }

  @Test
  void aSilentPeerEndsTheClient() {
    Client client = client(Format.PARLEY, inline);
    clock.pass(conditions.dead);
    client.look();
    assertEquals(List.of(), ended);
    clock.pass(Duration.ofNanos(1));
    client.look();
    assertEquals(Farewell.SILENT, farewell(client, inline));
  }

  @Test
  void anySignOfLifeCounts() {
    Client client = client(Format.PARLEY, inline);
    for (int i = 0; i < 5; i++) {
      clock.pass(conditions.dead);
      client.heard();
      client.look();
    }
    assertEquals(List.of(), ended);
    assertEquals(List.of(), inline.sent);
  }

  @Test
  void aSilentPeerIsAskedOncePerPeriodThroughTheOutbox() {
    Client client = client(Format.PARLEY, inline);
    List<Integer> asked = new ArrayList<>();
    for (int second = 1; second <= 45; second++) {
      clock.pass(Duration.ofSeconds(1));
      int before = inline.sent.size();
      assertFalse(client.look());
      if (inline.sent.size() > before) {
        asked.add(second);
      }
    }
    assertEquals(List.of(21, 42), asked);
    assertEquals("{\"type\":\"ping\"}", inline.sent.get(0));
  }

  @Test
  void aPlainPeerIsAskedByAWebSocketPing() {
    Client client = client(Format.PLAIN, inline);
    clock.pass(conditions.ping.plusNanos(1));
    assertTrue(client.look());
    assertFalse(client.look());
    assertEquals(List.of(), inline.sent);
    client.ping();
    assertEquals(1, inline.pings);
  }

  @Test
  void noWebSocketPingGoesBesideAFrameInFlight() {
    conditions.stall = Duration.ZERO;
    Client client = client(Format.PLAIN, held);
    say(client, 0, 1);
    clock.pass(conditions.ping.plusNanos(1));
    assertFalse(client.look());
  }

  @Test
  void zeroSwitchesALimitOff() {
    conditions.stall = Duration.ZERO;
    conditions.ping = Duration.ZERO;
    conditions.dead = Duration.ZERO;
    Client client = client(Format.PARLEY, held);
    say(client, 0, 1);
    clock.pass(Duration.ofDays(1));
    assertFalse(client.look());
    assertEquals(List.of(), ended);
    assertEquals(1, held.sent.size());
  }

  @Test
  void aRefusalIsToldInTheClientsOwnFormat() {
    client(Format.PARLEY, inline).refuse(REFUSED);
    assertEquals(List.of("empty"), inline.refusals());
    inline.forget();
    client(Format.PLAIN, inline).refuse(REFUSED);
    assertEquals(List.of("/A message needs something to see."), inline.contents());
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "STORAGE_FULL", "FAILED"})
  void whatTheServerCanNotDoIsNobodysAbuse(Code code) {
    Client client = client(Format.PARLEY, inline);
    for (int i = 0; i < 2 * conditions.refusals; i++) {
      client.refuse(new Refusal(code, "Not now.").frame(null));
    }
    assertEquals(List.of(), ended);
  }

  @Test
  void manyRefusalsInAShortTimeAreAbuse() {
    Client client = client(Format.PARLEY, inline);
    for (int i = 0; i < conditions.refusals - 1; i++) {
      client.refuse(REFUSED);
    }
    assertEquals(List.of(), ended);
    client.refuse(REFUSED);
    assertEquals(Farewell.ABUSE, farewell(client, inline));
  }

  @Test
  void tooManyRequestsAreRefusedUntilTimePasses() {
    Client client = client(Format.PARLEY, inline);
    for (int i = 0; i < 500; i++) {
      client.request();
    }
    Refusal refusal = assertThrows(Refusal.class, client::request);
    assertEquals(Code.SLOW_DOWN, refusal.code());
    clock.pass(Duration.ofMillis(refusal.retryAfter().orElseThrow()));
    client.request();
    assertThrows(Refusal.class, client::request);
  }

  @Test
  void theNextRoomIsEnteredWhenWhatWasSaidOfTheOneBeforeIsSent() {
    House house = new House(conditions);
    House.Guest ann = house.parley(house.ann);
    ann.join("#tea");
    ann.join("#coffee");
    Room tea = house.rooms.find(new Name("tea")).orElseThrow();
    Room coffee = house.rooms.find(new Name("coffee")).orElseThrow();
    List<Room> asked = new ArrayList<>();
    Client client = client(Format.PARLEY, held);
    say(client, 0, 1);
    client.enter(
        List.of(
            new CatchUp.Step(tea, () -> asked.add(tea)),
            new CatchUp.Step(coffee, () -> asked.add(coffee))));
    assertEquals(List.of(), asked);
    held.complete();
    assertEquals(List.of(tea), asked);
    say(client, 1, 3);
    client.entered(tea);
    held.complete();
    assertEquals(List.of(tea), asked);
    held.complete();
    assertEquals(List.of(tea, coffee), asked);
    house.close();
  }
}
