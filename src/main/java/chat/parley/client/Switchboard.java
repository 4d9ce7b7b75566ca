package chat.parley.client;

import chat.parley.message.Address;
import chat.parley.message.Code;
import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.room.Directory;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import chat.parley.room.Sequel;

/**
 * Finds the room that an address means for a person. What a person may not know of is, for them,
 * not there. Thread-safe.
 */
public final class Switchboard {
  private final Rooms rooms;
  private final Directory directory;
  private final ClientManager clients;

  /** Connects these. */
  public Switchboard(Rooms rooms, Directory directory, ClientManager clients) {
    this.rooms = rooms;
    this.directory = directory;
    this.clients = clients;
  }

  /**
   * The room that a person writes to; a conversation of two is opened for both.
   *
   * @throws Refusal if there is none, or they are not in it, or it can't be stored
   */
  Room toWrite(Address address, PersonId person) {
    if (address instanceof Address.OfPerson other) {
      return conversation(person, known(other.id()));
    }
    if (address instanceof Address.OfPersonName other) {
      return conversation(person, known(other.name()));
    }
    Room room = existing(address, person);
    if (!room.admits(person)) {
      throw new Refusal(Code.NOT_JOINED, "You are not in " + address.text() + ". Join it first.");
    }
    open(room);
    return room;
  }

  /**
   * The room that a person means who doesn't write.
   *
   * @throws Refusal if there is none
   */
  Room existing(Address address, PersonId person) {
    if (address instanceof Address.OfRoom room) {
      return rooms.find(room.id(), person).orElseThrow(() -> noRoom(address));
    }
    if (address instanceof Address.OfRoomName room) {
      return rooms.find(room.name()).orElseThrow(() -> noRoom(address));
    }
    throw noRoom(address);
  }

  private static Refusal noRoom(Address address) {
    return new Refusal(Code.NO_SUCH_ROOM, "There is no room " + address.text() + ".");
  }

  private Person known(PersonId id) {
    return directory.person(id).orElseThrow(() -> noPerson(id.value()));
  }

  private Person known(Name name) {
    return directory.named(name).orElseThrow(() -> noPerson("@" + name));
  }

  private static Refusal noPerson(String who) {
    return new Refusal(Code.NO_SUCH_PERSON, "There is nobody called " + who + ".");
  }

  /** Whom somebody has written to lasts, as the conversation does. */
  private Room conversation(PersonId person, Person other) {
    directory.settled(other.id());
    Room room =
        rooms
            .direct(person, other.id())
            .orElseThrow(
                () ->
                    new Refusal(
                        Code.TOO_MANY_ROOMS, "This server has no room for another conversation."));
    open(room);
    return room;
  }

  /**
   * Puts a conversation among the rooms of both its people, where it is not yet or not any more.
   */
  private void open(Room conversation) {
    for (PersonId one : conversation.pair()) {
      rooms.open(one, conversation, new Sequel(room -> clients.enterAll(one, room), () -> {}));
    }
  }
}
