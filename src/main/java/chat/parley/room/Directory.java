package chat.parley.room;

import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import java.util.Optional;

/**
 * The people, as rooms and clients need them. Thread-safe, and quick enough to be asked in a pass.
 */
public interface Directory {
  /** Who has this id; empty if they have been forgotten. */
  Optional<Person> person(PersonId id);

  /** Who is called this now. */
  Optional<Person> named(Name name);

  /** Whether this person is stored, or about to be; others may be forgotten once they are gone. */
  boolean isLasting(PersonId id);

  /** A connection of this person has opened. */
  void arrived(PersonId id);

  /** A connection of this person has closed. */
  void departed(PersonId id);

  /** This person is about to be heard by others: they are stored before what is stored after. */
  void said(PersonId id);

  /**
   * This person is about to join a room, or to be written to: they are stored before what is stored
   * after.
   */
  void settled(PersonId id);
}
