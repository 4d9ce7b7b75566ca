package chat.parley.client;

import chat.parley.log.Work;
import chat.parley.message.Address;
import chat.parley.message.Code;
import chat.parley.message.FromClient;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import chat.parley.room.Directory;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import chat.parley.room.StoredRoom;
import chat.parley.room.Traits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes rooms. The id of one comes from who asked for it, by which ref, and what it was: so one who
 * asks again, because the answer was lost, makes no second one, and one who asks for something else
 * by the same ref is found out. Thread-safe.
 */
final class Founder {
  /** People of a group, at most. */
  static final int MAX_GROUP = 20;

  private final Rooms rooms;
  private final Switchboard switchboard;
  private final Directory directory;

  Founder(Rooms rooms, Switchboard switchboard, Directory directory) {
    this.rooms = rooms;
    this.switchboard = switchboard;
    this.directory = directory;
  }

  /**
   * Makes a room.
   *
   * @param first what happens in it first: its founder joins it
   * @return a group, which may have been there before and which the founder has yet to be told;
   *     empty if they will hear of the room by its first entry
   * @throws Refusal if there can't be such a room
   */
  Optional<Room> create(PersonId founder, FromClient.Create create, Function<Room, Work> first) {
    directory.settled(founder);
    Title title = create.title() == null ? Title.NONE : create.title();
    Topic topic = create.topic() == null ? Topic.NONE : create.topic();
    Traits traits = new Traits(title, topic, null, false);
    RoomId id = id(founder, create);
    return switch (create.kind()) {
      case PUBLIC -> {
        rooms.found(founder, StoredRoom.named(id, name(create), traits), first);
        yield Optional.empty();
      }
      case PRIVATE -> {
        if (title.equals(Title.NONE)) {
          throw new Refusal(Code.EMPTY, "A private room needs a title.");
        }
        rooms.found(founder, StoredRoom.hidden(id, traits), first);
        yield Optional.empty();
      }
      case GROUP -> Optional.of(group(founder, create));
      case DIRECT ->
          throw new Refusal(
              Code.MALFORMED, "A conversation of two begins with a message to @somebody.");
    };
  }

  private static Name name(FromClient.Create create) {
    if (create.name() instanceof Address.OfRoomName named) {
      return named.name();
    }
    throw new Refusal(Code.BAD_NAME, "A public room needs a #name.");
  }

  private Room group(PersonId founder, FromClient.Create create) {
    Set<PersonId> people = new HashSet<>();
    create.people().forEach(person -> people.add(switchboard.person(person).id()));
    people.add(founder);
    if (people.size() < 3 || people.size() > MAX_GROUP) {
      throw new Refusal(
          Code.TOO_MANY_PEOPLE, "A group is of 3 to " + MAX_GROUP + " people, you among them.");
    }
    people.forEach(directory::settled);
    return rooms.among(Set.copyOf(people));
  }

  private static RoomId id(PersonId founder, FromClient.Create create) {
    return RoomId.of(
        digest(founder, create.ref()),
        digest(create.kind(), create.name(), create.title(), create.topic()));
  }

  /** None of these has a line feed. */
  private static byte[] digest(Object... parts) {
    String text = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\n"));
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
