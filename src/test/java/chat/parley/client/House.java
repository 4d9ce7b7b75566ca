package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.log.Database;
import chat.parley.log.Databases;
import chat.parley.log.SqlStore;
import chat.parley.log.SteppedInbox;
import chat.parley.log.Stirred;
import chat.parley.log.Unread;
import chat.parley.message.Address;
import chat.parley.message.FromClient;
import chat.parley.message.Message;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.room.Equipment;
import chat.parley.room.FakeDirectory;
import chat.parley.room.Newcomers;
import chat.parley.room.RoomTable;
import chat.parley.room.Rooms;
import chat.parley.room.SteppedExecutor;
import chat.parley.state.MarkTable;
import chat.parley.state.Notebooks;
import chat.parley.state.ReadStates;
import chat.parley.wire.Encoded;
import chat.parley.wire.Format;
import java.time.Clock;
import java.util.List;

/**
 * Everything between the wire and the store, of real parts: what comes is stored at once, and
 * passes run when told to.
 */
final class House implements AutoCloseable {
  final FakeDirectory directory = new FakeDirectory();
  final PersonId ann = directory.add("ann");
  final PersonId bob = directory.add("bob");
  final PersonId cem = directory.add("cem");
  final SteppedExecutor passes = new SteppedExecutor();
  final FakeClock clock = new FakeClock();
  final Stirred stirred = new Stirred();
  final Database database;
  final SqlStore store;
  final SteppedInbox inbox;
  final Caretaker caretaker = new Caretaker();
  final Presence presence;
  final Rooms rooms;
  final ClientManager clients;
  final ReadStates states;
  final Notebooks notebooks;

  private final Config config;
  private final Greeting greeting;
  private final Reception reception;

  House(Conditions conditions) {
    this(conditions, Databases.fresh());
  }

  /** The same over this database, which is closed with it. */
  House(Conditions conditions, Database database) {
    this.database = database;
    store = new SqlStore(database, Clock.systemUTC(), 20_000, stirred);
    store.recollect();
    inbox = new SteppedInbox(store);
    config = conditions.config();
    presence = new Presence(config);
    rooms =
        new Rooms(
            new Equipment(
                store,
                directory,
                presence::clients,
                passes,
                passes,
                new Newcomers(),
                new Encoded(10_000),
                config.limits().rooms()),
            inbox,
            database.read(RoomTable::all));
    clients = new ClientManager(config, directory, rooms, presence, caretaker);
    greeting = new Greeting(config, rooms, directory);
    states =
        new ReadStates(
            rooms,
            directory,
            presence::clients,
            presence::people,
            inbox,
            new Unread(database),
            stirred,
            database.read(MarkTable::all));
    notebooks = new Notebooks(rooms, directory, presence::clients, inbox, database);
    reception =
        new Reception(
            new Desk(config, presence, rooms, directory, inbox),
            rooms,
            directory,
            states,
            notebooks);
  }

  /** A connection and what its peer does with it. */
  final class Guest {
    final FakeConnection connection = new FakeConnection();
    final Client client;
    private int refs;

    Guest(PersonId person, Format format, String address) {
      client = new Client(person, format, address, connection, config, clock, clients::retire);
    }

    /** Tells the server this, and lets everything happen that comes of it. */
    void send(Message message) {
      tell(message);
      settle();
    }

    /** Tells the server this; what it stores is stored, and waits for the passes. */
    void tell(Message message) {
      reception.receive(client, message);
    }

    void say(String recipient, String content) {
      send(new FromClient.Say(new Ref("r" + refs++), Address.of(recipient), content, null));
    }

    void join(String room) {
      send(new FromClient.Join(new Ref("j" + refs++), Address.of(room)));
    }

    void leave(String room) {
      send(new FromClient.Leave(new Ref("l" + refs++), Address.of(room)));
    }

    void resume(Position... positions) {
      send(new FromClient.Resume(List.of(positions), null));
    }

    void go() {
      clients.unregister(client);
      settle();
    }
  }

  /** Somebody with the full protocol who has been welcomed and has not resumed. */
  Guest welcome(PersonId person) {
    Guest guest = arrive(person);
    settle();
    return guest;
  }

  /** The same, before anything has come of it. */
  Guest arrive(PersonId person) {
    Guest guest = new Guest(person, Format.PARLEY, "192.0.2.1");
    greeting.welcome(guest.client, directory.person(person).orElseThrow());
    clients.register(guest.client);
    return guest;
  }

  /**
   * Somebody with the full protocol who hears their rooms; what they were told so far is forgotten.
   */
  Guest parley(PersonId person) {
    Guest guest = welcome(person);
    guest.resume();
    guest.connection.forget();
    return guest;
  }

  /** Somebody without subprotocol. */
  Guest plain(PersonId person) {
    Guest guest = new Guest(person, Format.PLAIN, "192.0.2.2");
    clients.register(guest.client);
    settle();
    return guest;
  }

  /** What somebody without subprotocol says. */
  static Plain plainly(String content) {
    return new Plain(content, null, null);
  }

  /** Runs the passes. */
  void settle() {
    passes.run();
  }

  @Override
  public void close() {
    caretaker.close();
    database.close();
  }
}
