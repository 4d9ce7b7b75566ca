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
import java.util.stream.Stream;

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
    FromServer.Invitations open = rooms.invitations(person.id());
    List<Person> named =
        Stream.concat(
                mine.stream()
                    .flatMap(room -> room.people().stream())
                    .flatMap(id -> directory.person(id).stream()),
                open.people().stream())
            .distinct()
            .filter(other -> !other.id().equals(person.id()))
            .toList();
    client.hear(
        new FromServer.Welcome(
            Version.TEXT,
            client.id(),
            person,
            limits,
            heartbeat,
            named,
            mine.stream().map(Room::state).toList(),
            open.invitations()));
  }
}
