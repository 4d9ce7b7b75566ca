package chat.parley.room;

import chat.parley.message.PersonId;
import java.util.Collection;

/** Who is connected. Thread-safe, and quick enough to be asked in a pass. */
@FunctionalInterface
public interface Connections {
  /** The connections of a person. */
  Collection<? extends Member> of(PersonId person);
}
