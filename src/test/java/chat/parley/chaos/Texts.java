package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each message of a room said after each entry, by the log and by what was asked for. */
final class Texts {
  /**
   * A text that a message got.
   *
   * @param seq the entry by which it did: itself, an edit, or the delete, by which it has none
   * @param text null for none
   * @param named whom it names
   */
  record Version(int seq, String text, Set<String> named) {}

  private final Map<Integer, List<Version>> versions = new HashMap<>();
  private final Map<String, Integer> targets = new HashMap<>();

  Texts(Evidence evidence, RoomLog room) {
    for (Entry entry : room.entries()) {
      Optional<Request> request = evidence.request(entry.ref());
      if (entry.type().equals("message") && request.isPresent()) {
        add(entry.seq(), entry, request.get());
      } else if (entry.type().equals("edit") && request.isPresent()) {
        add(entry.target(), entry, request.get());
      } else if (entry.type().equals("delete")) {
        of(entry.target()).add(new Version(entry.seq(), null, Set.of()));
      }
    }
  }

  private void add(int target, Entry entry, Request request) {
    of(target).add(new Version(entry.seq(), request.text(), request.named()));
    targets.put(request.text(), target);
  }

  private List<Version> of(int target) {
    return versions.computeIfAbsent(target, seq -> new ArrayList<>());
  }

  /** All that a message ever said, in order. */
  List<Version> all(int target) {
    return List.copyOf(versions.getOrDefault(target, List.of()));
  }

  /** What a message was after this entry. */
  Optional<Version> at(int target, int seq) {
    Optional<Version> found = Optional.empty();
    for (Version version : versions.getOrDefault(target, List.of())) {
      if (version.seq() <= seq) {
        found = Optional.of(version);
      }
    }
    return found;
  }

  /** Whether a message was deleted by or before this entry. */
  boolean isGone(int target, int seq) {
    return at(target, seq).filter(version -> version.text() == null).isPresent();
  }

  /** The delete of a message, if there is one. */
  Optional<Integer> gone(int target) {
    return all(target).stream()
        .filter(version -> version.text() == null)
        .map(Version::seq)
        .findFirst();
  }

  /** Which message has or had a text. */
  Optional<Integer> target(String text) {
    return Optional.ofNullable(targets.get(text));
  }

  /** Whom a message named, ever. */
  Set<String> named(int target) {
    Set<String> named = new HashSet<>();
    all(target).forEach(version -> named.addAll(version.named()));
    return named;
  }
}
