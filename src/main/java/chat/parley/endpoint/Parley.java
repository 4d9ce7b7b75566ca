package chat.parley.endpoint;

import chat.parley.client.ClientManager;
import chat.parley.log.Committer;
import chat.parley.log.Database;
import chat.parley.people.Renamed;
import chat.parley.people.SignedOut;
import chat.parley.room.Passes;
import chat.parley.room.Readers;
import chat.parley.state.StateClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Starts and stops the parts, in the order in which they need each other, and passes news from one
 * to the other.
 */
@Dependent
public class Parley {
  private final Committer committer;
  private final Passes passes;
  private final Readers readers;
  private final ClientManager clients;
  private final StateClock states;
  private final Database database;

  /** Parley out of these. */
  @Inject
  public Parley(
      Committer committer,
      Passes passes,
      Readers readers,
      ClientManager clients,
      StateClock states,
      Database database) {
    this.committer = committer;
    this.passes = passes;
    this.readers = readers;
    this.clients = clients;
    this.states = states;
    this.database = database;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    committer.start();
    clients.start();
    states.start();
  }

  void tell(@Observes Renamed renamed) {
    clients.rename(renamed.person());
  }

  void close(@Observes SignedOut signedOut) {
    clients.signOut(signedOut.person());
  }

  /** What was taken is stored and heard before the connections close. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    states.close();
    committer.close();
    clients.shutDown();
    passes.close();
    readers.close();
    database.close();
    JavaMemory.clear();
  }
}
