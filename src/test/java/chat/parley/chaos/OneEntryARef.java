package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** However often a ref was sent, it gave one entry at most. */
final class OneEntryARef implements Check {
  private record Key(String room, String sender, String ref) {}

  @Override
  public List<String> violations(Evidence evidence) {
    Map<Key, Integer> sends = new HashMap<>();
    evidence.each(
        Happening.Asked.class,
        (event, asked) ->
            sends.merge(
                new Key("", evidence.person(event.client()), asked.request().ref()),
                1,
                Integer::sum));
    List<String> violations = new ArrayList<>();
    for (RoomLog room : evidence.rooms().values()) {
      Map<Key, Integer> first = new HashMap<>();
      for (Row row : room.rows()) {
        Integer other = first.putIfAbsent(new Key(room.id(), row.sender(), row.ref()), row.seq());
        if (other != null) {
          int times = sends.getOrDefault(new Key("", row.sender(), row.ref()), 0);
          violations.add(
              "Ref %s of %s, sent %d times, is stored as %d and as %d of %s."
                  .formatted(row.ref(), row.sender(), times, other, row.seq(), room.id()));
        }
      }
    }
    return violations;
  }
}
