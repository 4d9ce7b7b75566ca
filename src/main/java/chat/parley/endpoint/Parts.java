package chat.parley.endpoint;

import chat.parley.client.Caretaker;
import chat.parley.config.Config;
import chat.parley.log.Committer;
import chat.parley.log.MemoryStore;
import chat.parley.log.Store;
import chat.parley.room.Directory;
import chat.parley.room.Passes;
import chat.parley.room.Rooms;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the parts that are plain classes into beans, one of each. {@link Parley} starts and stops them. */
@Dependent
class Parts {
  @Produces
  @Singleton
  static Store store(Config config) {
    return new MemoryStore(Clock.systemUTC(), config.logEntries());
  }

  @Produces
  @Singleton
  static Committer committer(Store store) {
    return new Committer(store);
  }

  @Produces
  @Singleton
  static Passes passes() {
    return new Passes();
  }

  @Produces
  @Singleton
  static Rooms rooms(Store store, Directory directory, Passes passes) {
    return new Rooms(store, directory, passes);
  }

  @Produces
  @Singleton
  static Caretaker caretaker() {
    return new Caretaker();
  }
}
