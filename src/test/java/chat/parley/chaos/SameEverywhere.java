package chat.parley.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is told, what pages show and what the database holds of a room is the same. */
final class SameEverywhere implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    for (RoomLog room : evidence.rooms().values()) {
      compare(room.id(), "the database", rows(room), told(room), violations);
      compare(
          room.id(),
          "the pages",
          room.walked().stream().map(SameEverywhere::line).toList(),
          room.entries().stream().filter(Entry::isShown).map(SameEverywhere::line).toList(),
          violations);
    }
    return violations;
  }

  private static List<String> told(RoomLog room) {
    return room.entries().stream().map(SameEverywhere::line).toList();
  }

  /** The text of an edit lies in the row of its message. */
  private static List<String> rows(RoomLog room) {
    return room.rows().stream()
        .map(
            row ->
                line(
                    row.seq(),
                    row.mark(),
                    row.kind().toLowerCase(Locale.ROOT),
                    row.sender(),
                    row.ref(),
                    row.text()))
        .toList();
  }

  private static String line(Entry entry) {
    return line(
        entry.seq(),
        entry.mark(),
        entry.type(),
        entry.sender(),
        entry.ref(),
        entry.type().equals("edit") ? null : entry.text());
  }

  private static String line(
      int seq, String mark, String kind, String sender, String ref, String text) {
    return "%d (%s by %s, ref %s, mark %s, text %s)".formatted(seq, kind, sender, ref, mark, text);
  }

  private static void compare(
      String room, String where, List<String> there, List<String> told, List<String> violations) {
    int both = Math.min(there.size(), told.size());
    IntStream.range(0, both)
        .filter(i -> !there.get(i).equals(told.get(i)))
        .limit(1)
        .forEach(
            i ->
                violations.add(
                    "Of %s %s have %s where %s is told."
                        .formatted(room, where, there.get(i), told.get(i))));
    if (there.size() != told.size()) {
      violations.add(
          "Of %s %s have %d entries, and %d are told."
              .formatted(room, where, there.size(), told.size()));
    }
  }
}
