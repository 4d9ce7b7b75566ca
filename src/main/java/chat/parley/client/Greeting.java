package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.config.Version;
import chat.parley.message.FromServer;
import chat.parley.message.Person;
import chat.parley.room.Attendance;
import chat.parley.room.Directory;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import java.util.List;

/** The first thing a {@code parley.v1} client hears. Thread-safe. */
public final class Greeting {
  private final Rooms rooms;
  private final Directory directory;
  private final FromServer.Limits limits;
  private final FromServer.Heartbeat heartbeat;

  /** Greets by what is configured. */
  public Greeting(Config config, Rooms rooms, Directory directory) {
    this.rooms = rooms;
    this.directory = directory;
    this.limits =
        new FromServer.Limits(
            config.limits().content(),
            config.limits().frame(),
            config.limits().rate(),
            config.limits().burst(),
            config.limits().rooms(),
            Attendance.CROWD);
    this.heartbeat =
        new FromServer.Heartbeat(
            config.delivery().ping().toMillis(), config.delivery().dead().toMillis());
  }

  /** Tells a client who they are, what holds here, and which rooms they are in. */
  public void welcome(Client client, Person person) {
    List<Room> mine = rooms.of(person.id());
    List<Person> named =
        mine.stream()
            .flatMap(room -> room.pair().stream())
            .distinct()
            .filter(id -> !id.equals(person.id()))
            .flatMap(id -> directory.person(id).stream())
            .toList();
    client.hear(
        new FromServer.Welcome(
            Version.TEXT,
            client.id(),
            person,
            limits,
            heartbeat,
            named,
            mine.stream().map(Room::state).toList()));
  }
}
