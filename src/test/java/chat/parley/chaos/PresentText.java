package chat.parley.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The log tells each message and edit as it is at the end, and each connection was told a text that
 * the message had.
 */
final class PresentText implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    for (RoomLog room : evidence.rooms().values()) {
      Texts texts = new Texts(evidence, room);
      for (Entry entry : room.entries()) {
        if (entry.type().equals("message") || entry.type().equals("edit")) {
          String expected = present(texts, entry, room.end());
          if (!Objects.equals(expected, entry.text())) {
            violations.add(
                "%s says '%s' at the end, not '%s'.".formatted(entry, entry.text(), expected));
          }
        }
      }
      evidence.each(
          Happening.Told.class,
          (event, told) -> {
            Entry entry = told.entry();
            if (entry.room().equals(room.id()) && !isPossible(texts, entry)) {
              violations.add(
                  "%s was told that %s says '%s'.".formatted(event.client(), entry, entry.text()));
            }
          });
    }
    return violations;
  }

  /** An edit has its text as long as it is the message's last. */
  private static String present(Texts texts, Entry entry, int end) {
    boolean edit = entry.type().equals("edit");
    Optional<Texts.Version> last = texts.at(edit ? entry.target() : entry.seq(), end);
    return last.filter(version -> !edit || version.seq() == entry.seq())
        .map(Texts.Version::text)
        .orElse(null);
  }

  private static boolean isPossible(Texts texts, Entry entry) {
    if (entry.text() == null) {
      return true;
    }
    boolean edit = entry.type().equals("edit");
    return texts.all(edit ? entry.target() : entry.seq()).stream()
        .filter(version -> !edit || version.seq() == entry.seq())
        .anyMatch(version -> entry.text().equals(version.text()));
  }
}
