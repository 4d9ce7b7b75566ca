package chat.parley.endpoint;

import chat.parley.client.Caretaker;
import chat.parley.client.Desk;
import chat.parley.client.Greeting;
import chat.parley.client.Presence;
import chat.parley.client.Reception;
import chat.parley.config.Config;
import chat.parley.config.Home;
import chat.parley.config.Storage;
import chat.parley.log.Arrival;
import chat.parley.log.Capacity;
import chat.parley.log.Committer;
import chat.parley.log.Database;
import chat.parley.log.Inbox;
import chat.parley.log.SqlStore;
import chat.parley.log.Stirred;
import chat.parley.log.Store;
import chat.parley.log.Unread;
import chat.parley.people.People;
import chat.parley.room.Directory;
import chat.parley.room.Equipment;
import chat.parley.room.Newcomers;
import chat.parley.room.Passes;
import chat.parley.room.Readers;
import chat.parley.room.RoomTable;
import chat.parley.room.Rooms;
import chat.parley.state.MarkTable;
import chat.parley.state.Notebooks;
import chat.parley.state.ReadStates;
import chat.parley.state.StateClock;
import chat.parley.web.Readiness;
import chat.parley.wire.Encoded;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Makes the parts that are plain classes into beans, one of each. {@link Parley} starts and stops
 * them.
 */
@Dependent
class Parts {
  /** What is told to many who come back: the newest of some thousands of entries. */
  private static final int ENCODED_BYTES = 4 * 1024 * 1024;

  @Produces
  @Singleton
  static Database database(Storage storage) {
    if (storage instanceof Storage.Url it) {
      return Arrival.await(() -> Database.open(it.url(), it.user(), it.password()));
    }
    if (storage instanceof Storage.Container it) {
      return Arrival.await(() -> Database.open(it.name(), it.source()));
    }
    Home home = ((Storage.Folder) storage).home();
    return home.problem().isEmpty()
        ? Database.open(home.folder().resolve("parley.db"))
        : Database.temporary();
  }

  @Produces
  @Singleton
  static Stirred stirred() {
    return new Stirred();
  }

  @Produces
  @Singleton
  static Store store(Database database, Config config, Stirred stirred) {
    Capacity capacity = new Capacity(config.logEntries(), config.logBytes());
    SqlStore store = new SqlStore(database, Clock.systemUTC(), capacity, stirred);
    store.recollect();
    return store;
  }

  @Produces
  @Singleton
  static Committer committer(Store store) {
    return new Committer(store);
  }

  @Produces
  @Singleton
  static Readiness readiness(Committer committer) {
    return () ->
        committer.isOpen()
            ? committer.trouble()
            : Optional.of("The server starts or stops, or has more to store than it can hold.");
  }

  @Produces
  @Singleton
  static Passes passes() {
    return new Passes();
  }

  @Produces
  @Singleton
  static Readers readers() {
    return new Readers();
  }

  @Produces
  @Singleton
  static Rooms rooms(
      Store store,
      Directory directory,
      Presence presence,
      Passes passes,
      Readers readers,
      Inbox inbox,
      Config config,
      Database database) {
    return new Rooms(
        new Equipment(
            store,
            directory,
            presence::clients,
            passes,
            readers,
            new Newcomers(),
            new Encoded(ENCODED_BYTES),
            config.limits().rooms()),
        inbox,
        database.read(RoomTable::all));
  }

  @Produces
  @Singleton
  static Caretaker caretaker() {
    return new Caretaker();
  }

  @Produces
  @Singleton
  static PeopleDirectory directory(People people) {
    return new PeopleDirectory(people);
  }

  @Produces
  @Singleton
  static Presence presence(Config config) {
    return new Presence(config);
  }

  @Produces
  @Singleton
  static Desk desk(
      Config config, Presence presence, Rooms rooms, Directory directory, Inbox inbox) {
    return new Desk(config, presence, rooms, directory, inbox);
  }

  @Produces
  @Singleton
  static ReadStates states(
      Rooms rooms,
      Directory directory,
      Presence presence,
      Inbox inbox,
      Database database,
      Stirred stirred) {
    return new ReadStates(
        rooms,
        directory,
        presence::clients,
        presence::people,
        inbox,
        new Unread(database),
        stirred,
        database.read(MarkTable::all));
  }

  @Produces
  @Singleton
  static Notebooks notebooks(
      Rooms rooms, Directory directory, Presence presence, Inbox inbox, Database database) {
    return new Notebooks(rooms, directory, presence::clients, inbox, database);
  }

  @Produces
  @Singleton
  static StateClock stateClock(ReadStates states, Notebooks notebooks) {
    return new StateClock(states, notebooks);
  }

  @Produces
  @Singleton
  static Reception reception(
      Desk desk, Rooms rooms, Directory directory, ReadStates states, Notebooks notebooks) {
    return new Reception(desk, rooms, directory, states, notebooks);
  }

  @Produces
  @Singleton
  static Greeting greeting(Config config, Rooms rooms, Directory directory) {
    return new Greeting(config, rooms, directory);
  }
}
