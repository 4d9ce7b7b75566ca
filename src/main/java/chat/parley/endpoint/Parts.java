package chat.parley.endpoint;

import chat.parley.client.Caretaker;
import chat.parley.client.ClientManager;
import chat.parley.client.Greeting;
import chat.parley.client.Presence;
import chat.parley.client.Reception;
import chat.parley.client.Switchboard;
import chat.parley.config.Config;
import chat.parley.config.Home;
import chat.parley.log.Changes;
import chat.parley.log.Committer;
import chat.parley.log.Database;
import chat.parley.log.SqlStore;
import chat.parley.log.Store;
import chat.parley.people.People;
import chat.parley.room.Directory;
import chat.parley.room.Equipment;
import chat.parley.room.Passes;
import chat.parley.room.Readers;
import chat.parley.room.RoomTable;
import chat.parley.room.Rooms;
import chat.parley.web.Readiness;
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
  @Produces
  @Singleton
  static Database database(Home home) {
    return home.problem().isEmpty()
        ? Database.open(home.folder().resolve("parley.db"))
        : Database.temporary();
  }

  @Produces
  @Singleton
  static Store store(Database database, Config config) {
    return new SqlStore(database, Clock.systemUTC(), config.logEntries());
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
            ? Optional.empty()
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
      Passes passes,
      Readers readers,
      Changes changes,
      Database database) {
    return new Rooms(
        new Equipment(store, directory, passes, readers), changes, database.read(RoomTable::all));
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
  static Switchboard switchboard(Rooms rooms, Directory directory, ClientManager clients) {
    return new Switchboard(rooms, directory, clients);
  }

  @Produces
  @Singleton
  static Reception reception(
      Config config,
      ClientManager clients,
      Presence presence,
      Rooms rooms,
      Switchboard switchboard,
      Directory directory,
      Committer committer) {
    return new Reception(config, clients, presence, rooms, switchboard, directory, committer);
  }

  @Produces
  @Singleton
  static Greeting greeting(Config config, Rooms rooms, Directory directory) {
    return new Greeting(config, rooms, directory);
  }
}
