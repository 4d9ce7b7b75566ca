package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.FromServer;
import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.Plain;
import chat.parley.wire.Format;
import chat.parley.wire.GoldenFiles;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClientManagerTest {
  private static final String CONNECTED = "/A new socket has connected.";
  private static final String DISCONNECTED = "/A socket has disconnected.";

  private final Conditions conditions = new Conditions();
  private House house = new House(conditions);

  @AfterEach
  void close() {
    house.close();
  }

  private void rebuild() {
    house.close();
    house = new House(conditions);
  }

  @Test
  void theOthersHearOfComingAndGoingAndTheOneConcernedDoesNot() {
    House.Guest ann = house.plain(house.ann);
    House.Guest bob = house.plain(house.bob);
    bob.go();
    assertEquals(List.of(CONNECTED, DISCONNECTED), ann.connection.contents());
    assertEquals(List.of(), bob.connection.contents());
  }

  @Test
  void eachConnectionIsASocketAlsoOfTheSamePersonAndOfEitherFormat() {
    House.Guest ann = house.plain(house.ann);
    house.plain(house.ann);
    house.welcome(house.bob);
    assertEquals(List.of(CONNECTED, CONNECTED), ann.connection.contents());
  }

  @Test
  void whoSpeaksTheFullProtocolHearsNoNotices() {
    House.Guest ann = house.parley(house.ann);
    house.plain(house.bob).go();
    assertEquals(List.of(), ann.connection.contents());
  }

  @Test
  void whoSignsOutIsClosedOnEveryConnectionAndNobodyElseIs() throws InterruptedException {
    List<ClosingConnection> connections = List.of(new ClosingConnection(), new ClosingConnection());
    connections.forEach(connection -> house.clients.register(client(connection)));
    House.Guest bob = house.parley(house.bob);
    house.clients.signOut(house.directory.person(house.ann).orElseThrow());
    for (ClosingConnection connection : connections) {
      assertEquals(Farewell.SIGNED_OUT, connection.closed.poll(10, TimeUnit.SECONDS));
    }
    assertFalse(bob.client.isGone());
  }

  @Test
  void goingTwiceIsHeardOnce() {
    House.Guest ann = house.plain(house.ann);
    House.Guest bob = house.plain(house.bob);
    bob.go();
    bob.go();
    assertEquals(List.of(CONNECTED, DISCONNECTED), ann.connection.contents());
    assertEquals(1, house.clients.connections("192.0.2.2"));
  }

  @Test
  void onlySoManyNoticesAreHeardAtOnce() {
    conditions.notices = 3;
    rebuild();
    House.Guest ann = house.plain(house.ann);
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      house.clients.register(house.new Guest(house.bob, Format.PARLEY, "192.0.2.3").client);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int heard = ann.connection.contents().size();
    assertTrue(heard >= 2 && heard <= 3 + 3 * seconds, () -> heard + " in " + seconds + " s");
  }

  @Test
  void connectionsAreCountedByAddressUpAndDown() {
    House.Guest one = house.plain(house.ann);
    House.Guest two = house.plain(house.bob);
    house.parley(house.cem);
    assertEquals(2, house.clients.connections("192.0.2.2"));
    assertEquals(1, house.clients.connections("192.0.2.1"));
    one.go();
    assertEquals(1, house.clients.connections("192.0.2.2"));
    two.go();
    assertEquals(0, house.clients.connections("192.0.2.2"));
  }

  @Test
  void oneTooManyFromAnAddressIsEnded() throws InterruptedException {
    conditions.connections = 2;
    rebuild();
    for (Farewell expected : new Farewell[] {null, null, Farewell.CROWDED}) {
      ClosingConnection connection = new ClosingConnection();
      Client client = client(connection);
      house.clients.register(client);
      assertEquals(expected != null, client.isGone());
      assertEquals(
          expected,
          expected == null
              ? connection.closed.poll()
              : connection.closed.poll(10, TimeUnit.SECONDS));
    }
    assertEquals(2, house.clients.connections("192.0.2.9"));
  }

  @Test
  void aNewNameIsToldOnceHoweverOftenItChanged() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    ClosingConnection connection = new ClosingConnection(heard);
    house.clients.register(client(connection));
    for (String name : List.of("bobby", "robert", "bob2")) {
      house.clients.rename(new Person(house.bob, new Name(name), true));
    }
    assertEquals(null, heard.poll());
    house.clients.start();
    String frame = heard.poll(10, TimeUnit.SECONDS);
    assertEquals(
        GoldenFiles.json(
            "{\"type\":\"person\",\"id\":\"" + house.bob + "\",\"name\":\"bob2\",\"guest\":true}"),
        GoldenFiles.json(frame));
  }

  private Client client(Connection connection) {
    return new Client(
        house.ann,
        Format.PARLEY,
        "192.0.2.9",
        connection,
        conditions.config(),
        house.clock,
        house.clients::retire);
  }

  @Test
  void theDirectoryKnowsOfEveryConnection() {
    house.plain(house.ann).go();
    assertEquals(List.of("arrived " + house.ann, "departed " + house.ann), house.directory.notes);
  }

  @Test
  void whoIsGoneHearsNothingOfTheirRooms() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.go();
    bob.say("#lobby", "gone?");
    assertEquals(List.of(), ann.connection.contents());
    assertTrue(ann.client.isGone());
  }

  @Test
  void whoGoesWhileEnteringIsNotKept() {
    House.Guest ann = house.welcome(house.ann);
    house.clients.unregister(ann.client);
    ann.connection.forget();
    ann.resume();
    house.parley(house.bob).say("#lobby", "hello");
    assertEquals(List.of(), ann.connection.sent);
  }

  @Test
  void comingIsSaidInEachRoomOfThePersonAtTheBeat() {
    House.Guest ann = house.parley(house.ann);
    house.rooms.beat();
    house.settle();
    ann.connection.forget();
    house.welcome(house.bob);
    house.rooms.beat();
    house.settle();
    assertEquals(house.bob.value(), ann.connection.objects("joined").get(0).getString("person"));
    ann.connection.forget();
    house.welcome(house.bob);
    house.rooms.beat();
    house.settle();
    assertEquals(List.of(), ann.connection.sent);
  }

  @Test
  void aBroadcastReachesThoseWhoseFormatHasSuchAMessage() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.plain(house.bob);
    house.clients.broadcast(new FromServer.Pong());
    house.clients.broadcast(Plain.notice("/hello"));
    assertEquals(List.of("{\"type\":\"pong\"}"), ann.connection.sent);
    assertEquals(List.of("{\"content\":\"/hello\"}"), bob.connection.sent);
  }

  @Test
  void whoHasToBeClosedIsRemovedAndThenClosed() throws InterruptedException {
    ClosingConnection connection = new ClosingConnection();
    Client client = client(connection);
    house.clients.register(client);
    client.end(Farewell.ABUSE);
    assertEquals(Farewell.ABUSE, connection.closed.poll(10, TimeUnit.SECONDS));
    assertEquals(0, house.clients.connections("192.0.2.9"));
  }

  @Test
  void whenTheServerStopsEveryConnectionIsToldToComeBack() throws InterruptedException {
    ClosingConnection connection = new ClosingConnection();
    house.clients.register(client(connection));
    house.clients.shutDown();
    assertEquals(Farewell.GOING_AWAY, connection.closed.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void onceStartedItFindsTheSilentByItself() throws InterruptedException {
    ClosingConnection connection = new ClosingConnection();
    Client client = client(connection);
    house.clients.register(client);
    house.clock.pass(conditions.dead.plusNanos(1));
    house.clients.start();
    assertEquals(Farewell.SILENT, connection.closed.poll(10, TimeUnit.SECONDS));
  }

  /** A connection that tells when it is closed. Thread-safe. */
  private static final class ClosingConnection implements Connection {
    final BlockingQueue<Farewell> closed = new LinkedBlockingQueue<>();

    private final BlockingQueue<String> heard;

    ClosingConnection() {
      this(new LinkedBlockingQueue<>());
    }

    ClosingConnection(BlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public void send(String text, Consumer<Throwable> done) {
      heard.add(text);
      done.accept(null);
    }

    @Override
    public void ping() {
      throw new IllegalStateException("nobody asked for a ping");
    }

    @Override
    public void close(Farewell farewell) {
      closed.add(farewell);
    }
  }
}
