package chat.parley.room;

import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import java.util.Optional;

/** Who is behind an id. Thread-safe, and quick enough to be asked in a pass. */
public interface Directory {
  /** The person; empty if they have been forgotten. */
  Optional<Person> person(PersonId id);

  /** Who is called this now. */
  Optional<Person> named(Name name);
}
