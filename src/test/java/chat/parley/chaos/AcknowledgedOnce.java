package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client was told is stored, by its own entry or by {@code stored}, is in the log, once. */
final class AcknowledgedOnce implements Check {
  private record Ack(String sender, String room, String ref, int seq) {}

  private record Key(String sender, String room, String ref) {}

  @Override
  public List<String> violations(Evidence evidence) {
    Map<Key, List<Integer>> logged = new HashMap<>();
    for (RoomLog room : evidence.rooms().values()) {
      for (Entry entry : room.entries()) {
        logged
            .computeIfAbsent(
                new Key(entry.sender(), room.id(), entry.ref()), key -> new ArrayList<>())
            .add(entry.seq());
      }
    }
    List<String> violations = new ArrayList<>();
    for (Ack ack : acks(evidence)) {
      List<Integer> seqs =
          logged.getOrDefault(new Key(ack.sender(), ack.room(), ack.ref()), List.of());
      if (!seqs.equals(List.of(ack.seq()))) {
        violations.add(
            "%s was told that ref %s is stored as %d of %s, but in the log it is %s."
                .formatted(ack.sender(), ack.ref(), ack.seq(), ack.room(), where(seqs)));
      }
    }
    return violations;
  }

  private static String where(List<Integer> seqs) {
    return seqs.isEmpty() ? "nowhere" : "at " + seqs;
  }

  private static Set<Ack> acks(Evidence evidence) {
    Set<Ack> acks = new HashSet<>();
    evidence.each(
        Happening.Stored.class,
        (event, stored) ->
            acks.add(
                new Ack(
                    evidence.person(event.client()), stored.room(), stored.ref(), stored.seq())));
    evidence.each(
        Happening.Told.class,
        (event, told) -> {
          Entry entry = told.entry();
          if (entry.sender().equals(evidence.person(event.client()))) {
            acks.add(new Ack(entry.sender(), entry.room(), entry.ref(), entry.seq()));
          }
        });
    return acks;
  }
}
