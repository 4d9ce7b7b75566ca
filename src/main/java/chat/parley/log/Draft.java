package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import java.util.function.Consumer;

/**
 * What is to become an entry.
 *
 * @param room where
 * @param sender whose
 * @param ref the sender's own name for it; null if they gave none, and then it is never taken for a
 *     repeat
 * @param act what it does
 * @param answer tells the sender alone, where there is something to tell; called by the room
 */
public record Draft(LoggedRoom room, PersonId sender, Ref ref, Act act, Consumer<Outcome> answer)
    implements Work {
  @Override
  public int weight() {
    return 200 + 2 * act.length();
  }
}
