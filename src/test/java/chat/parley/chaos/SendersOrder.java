package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client asks for in a room stands there in the order in which it was first sent. Only what
 * was refused, or sent again, may be overtaken: a refusal may be lost with its connection.
 */
final class SendersOrder implements Check {
  private record Key(String client, String room) {}

  @Override
  public List<String> violations(Evidence evidence) {
    Set<String> sent = new HashSet<>();
    Set<String> again = new HashSet<>();
    evidence.each(Happening.Refused.class, (event, it) -> again.add(it.ref()));
    evidence.each(
        Happening.Asked.class,
        (event, asked) -> {
          if (!sent.add(asked.request().ref())) {
            again.add(asked.request().ref());
          }
        });
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
          if (seen.add(ref) && entry != null) {
            Key key = new Key(event.client(), entry.room());
            Entry before = last.get(key);
            if (before != null && before.seq() > entry.seq()) {
              violations.add(
                  event.client() + " sent " + entry + " after " + before + ", which it overtook.");
            }
            if (!again.contains(ref)) {
              last.put(key, entry);
            }
          }
        });
    return violations;
  }
}
