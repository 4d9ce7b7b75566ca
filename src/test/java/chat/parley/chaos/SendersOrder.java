package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client asks for in a room stands there in the order in which it was first sent, but for
 * what was refused in between and asked for again.
 */
final class SendersOrder implements Check {
  private record Key(String client, String room) {}

  @Override
  public List<String> violations(Evidence evidence) {
    Set<String> refused = new HashSet<>();
    evidence.each(Happening.Refused.class, (event, it) -> refused.add(it.ref()));
    Map<String, Entry> logged = new HashMap<>();
    evidence
        .rooms()
        .values()
        .forEach(room -> room.entries().forEach(entry -> logged.put(entry.ref(), entry)));
    Map<Key, Entry> last = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<String> violations = new ArrayList<>();
    evidence.each(
        Happening.Asked.class,
        (event, asked) -> {
          String ref = asked.request().ref();
          Entry entry = logged.get(ref);
          if (seen.add(ref) && entry != null && !refused.contains(ref)) {
            Entry before = last.put(new Key(event.client(), entry.room()), entry);
            if (before != null && before.seq() > entry.seq()) {
              violations.add(
                  event.client() + " sent " + entry + " after " + before + ", which it overtook.");
            }
          }
        });
    return violations;
  }
}
