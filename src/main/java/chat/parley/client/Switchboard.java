package chat.parley.client;

import chat.parley.message.Address;
import chat.parley.message.Code;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.room.Directory;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import java.util.Set;

/**
 * Finds the room or the person that an address means for somebody. What a person may not know of
 * is, for them, not there. Thread-safe.
 */
final class Switchboard {
  private final Rooms rooms;
  private final Directory directory;

  /** Connects these. */
  Switchboard(Rooms rooms, Directory directory) {
    this.rooms = rooms;
    this.directory = directory;
  }

  /**
   * The room that a person means; one with another person is begun if there is none.
   *
   * @throws Refusal if there is none, or it can't be stored
   */
  Room room(Address address, PersonId person) {
    if (address instanceof Address.OfRoom room) {
      return rooms.find(room.id(), person).orElseThrow(() -> noRoom(address));
    }
    if (address instanceof Address.OfRoomName room) {
      return rooms.find(room.name()).orElseThrow(() -> noRoom(address));
    }
    return conversation(person, person(address));
  }

  /**
   * The room that an address means which has to be there: nothing but saying something begins a
   * conversation.
   *
   * @throws Refusal if there is none, or it is the address of a person
   */
  Room existing(Address address, PersonId person) {
    if (address instanceof Address.OfRoom || address instanceof Address.OfRoomName) {
      return room(address, person);
    }
    throw new Refusal(Code.BAD_NAME, "The recipient of this is a room, by its #name or its id.");
  }

  private static Refusal noRoom(Address address) {
    return new Refusal(Code.NO_SUCH_ROOM, "There is no room " + address.text() + ".");
  }

  /**
   * The person that an address means.
   *
   * @throws Refusal if there is none, or it is the address of a room
   */
  Person person(Address address) {
    if (address instanceof Address.OfPerson other) {
      return directory.person(other.id()).orElseThrow(() -> nobody(address));
    }
    if (address instanceof Address.OfPersonName other) {
      return directory.named(other.name()).orElseThrow(() -> nobody(address));
    }
    throw nobody(address);
  }

  private static Refusal nobody(Address address) {
    return new Refusal(Code.NO_SUCH_PERSON, "There is nobody called " + address.text() + ".");
  }

  /** Whom somebody has written to lasts, as the conversation does. */
  private Room conversation(PersonId person, Person other) {
    directory.settled(person);
    directory.settled(other.id());
    return rooms.among(person.equals(other.id()) ? Set.of(person) : Set.of(person, other.id()));
  }
}
