package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.room.Directory;
import chat.parley.room.Rooms;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registry of all connections: register, unregister, broadcast. Once a second it looks for
 * peers that are dead or stuck. Thread-safe.
 */
@ApplicationScoped
public class ClientManager {
  private static final Frame CONNECTED = Frame.of(Plain.notice("/A new socket has connected."));
  private static final Frame DISCONNECTED = Frame.of(Plain.notice("/A socket has disconnected."));
  private static final long FAREWELL_SECONDS = 5;

  private final Map<UUID, Client> clients = new ConcurrentHashMap<>();
  private final Set<Client> plain = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> addresses = new ConcurrentHashMap<>();
  private final Map<PersonId, Person> renamed = new ConcurrentHashMap<>();
  private int addressLimit;
  private volatile boolean stopping;
  private Directory directory;
  private Rooms rooms;
  private Presence presence;
  private Caretaker caretaker;

  /** For the container's proxy alone. */
  protected ClientManager() {}

  /** A registry without clients. */
  @Inject
  public ClientManager(
      Config config, Directory directory, Rooms rooms, Presence presence, Caretaker caretaker) {
    this.directory = directory;
    this.rooms = rooms;
    this.presence = presence;
    this.caretaker = caretaker;
    this.addressLimit = config.limits().connections();
  }

  /** Begins to look for dead and stuck peers, and to say who came and went. */
  public void start() {
    caretaker.everySecond(this::look);
  }

  /**
   * Adds a client. The others hear of it; a plain one hears the lobby from here on. One too many
   * from an address, which only handshakes at the same time can bring about, is ended.
   */
  public void register(Client client) {
    List<Client> others = add(client);
    int connections = addresses.merge(client.address(), 1, Integer::sum);
    PersonId person = client.person();
    directory.arrived(person);
    if (presence.arrive(client)) {
      rooms.of(person).forEach(room -> room.come(person));
    }
    if (client.format() == Format.PLAIN) {
      rooms.of(person).stream()
          .filter(client::hears)
          .forEach(room -> client.enter(room, Optional.empty()));
    }
    others.forEach(other -> other.notice(CONNECTED));
    if (stopping) {
      client.end(Farewell.GOING_AWAY);
    } else if (addressLimit > 0 && connections > addressLimit) {
      client.end(Farewell.CROWDED);
    }
  }

  /**
   * One step, so that of two who come at once the first hears of the second, and not the other way
   * round.
   */
  private synchronized List<Client> add(Client client) {
    List<Client> others = List.copyOf(plain);
    clients.put(client.id(), client);
    if (client.format() == Format.PLAIN) {
      plain.add(client);
    }
    return others;
  }

  /** Removes a client, if it is still there. The others hear of it. */
  public void unregister(Client client) {
    if (!clients.remove(client.id(), client)) {
      return;
    }
    plain.remove(client);
    client.gone();
    addresses.computeIfPresent(client.address(), (address, count) -> count == 1 ? null : count - 1);
    rooms.of(client.person()).forEach(room -> room.exit(client));
    presence.depart(client, System.nanoTime());
    directory.departed(client.person());
    plain.forEach(other -> other.notice(DISCONNECTED));
  }

  /** Says this to every client whose format has such a message. */
  public void broadcast(Message message) {
    Frame frame = Frame.of(message);
    Format format = message instanceof FromServer ? Format.PARLEY : Format.PLAIN;
    for (Client client : clients.values()) {
      if (client.format() == format) {
        client.hear(frame);
      }
    }
  }

  /**
   * Everyone hears within a second what this person is called now, once, however often that changes
   * meanwhile.
   */
  public void rename(Person person) {
    renamed.put(person.id(), person);
  }

  private void tellRenamed() {
    for (PersonId id : renamed.keySet()) {
      Person person = renamed.remove(id);
      if (person != null) {
        broadcast(new FromServer.Named(person));
      }
    }
  }

  /**
   * A client has to be closed: it is removed at once, and its connection closed, which may take a
   * while, elsewhere.
   */
  public void retire(Client client) {
    caretaker.patiently(
        () -> {
          unregister(client);
          client.close();
        });
  }

  /** This person has signed out: all their connections are closed. */
  public void signOut(Person person) {
    presence.clients(person.id()).forEach(client -> client.end(Farewell.SIGNED_OUT));
  }

  /** Connections from an address. */
  public int connections(String address) {
    return addresses.getOrDefault(address, 0);
  }

  private void look() {
    for (Client client : clients.values()) {
      if (client.look()) {
        caretaker.patiently(client::ping);
      }
    }
    for (PersonId person : presence.gone(System.nanoTime())) {
      rooms.of(person).forEach(room -> room.go(person));
      if (presence.isHere(person)) {
        // they came back while this was being said
        rooms.of(person).forEach(room -> room.come(person));
      }
    }
    tellRenamed();
    rooms.beat();
  }

  /**
   * Closes every connection with a code that says to come back, and ends. Waits for that some
   * seconds at most.
   */
  public void shutDown() {
    stopping = true;
    clients.values().forEach(client -> client.end(Farewell.GOING_AWAY));
    caretaker.close(FAREWELL_SECONDS);
  }
}
