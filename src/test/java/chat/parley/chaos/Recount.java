package chat.parley.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is unread in a room, counted by its sentences: others' messages after the mark that are not
 * deleted. Edits, reactions and membership don't count; a reply counts in its thread, for those who
 * follow it: who wrote the message, who replied, who was named in it, each from there on. Whatever
 * was there before somebody came is read.
 */
final class Recount {
  private final RoomLog room;
  private final Texts texts;

  Recount(Evidence evidence, RoomLog room) {
    this.room = room;
    this.texts = new Texts(evidence, room);
  }

  /** The entry by which somebody who was in the room after this one had come into it. */
  int came(String person, int asOf) {
    return room.stays(person).stream()
        .filter(stay -> stay.from() <= asOf)
        .mapToInt(RoomLog.Stay::from)
        .max()
        .orElse(0);
  }

  int unread(String person, int mark, int asOf) {
    return (int) room.entries().stream().filter(it -> isUnread(it, person, mark, asOf)).count();
  }

  /** Of what is unread, what names the person or everyone. */
  int mentions(String person, int mark, int asOf) {
    return (int)
        room.entries().stream()
            .filter(it -> isUnread(it, person, mark, asOf) && names(it, person, asOf))
            .count();
  }

  private boolean isUnread(Entry entry, String person, int mark, int asOf) {
    return entry.isMessage() && isNews(entry, person, mark, asOf);
  }

  private boolean isNews(Entry entry, String person, int mark, int asOf) {
    return entry.seq() > mark
        && entry.seq() <= asOf
        && !entry.sender().equals(person)
        && !texts.isGone(entry.seq(), asOf);
  }

  private boolean names(Entry entry, String person, int asOf) {
    return texts.at(entry.seq(), asOf).filter(it -> isNamed(it.named(), person)).isPresent();
  }

  private static boolean isNamed(Set<String> named, String person) {
    return named.contains(person) || named.contains(Request.HERE);
  }

  /** From which entry on somebody follows which message's thread. */
  Map<Integer, Integer> follows(String person, int asOf) {
    Map<Integer, Integer> follows = new HashMap<>();
    for (Entry entry : room.entries()) {
      if (entry.seq() > asOf || !entry.type().equals("message")) {
        continue;
      }
      int root = entry.isReply() ? entry.target() : entry.seq();
      if (entry.sender().equals(person)) {
        follows.merge(root, entry.seq(), Math::min);
      }
      if (wasNamed(entry, person, asOf)) {
        follows.merge(root, entry.isReply() ? entry.seq() - 1 : root, Math::min);
      }
    }
    return follows;
  }

  private boolean wasNamed(Entry entry, String person, int asOf) {
    return texts.all(entry.seq()).stream()
        .anyMatch(version -> version.seq() <= asOf && isNamed(version.named(), person));
  }

  /** Others' replies to a message after an entry. */
  int replies(String person, int root, int after, int asOf) {
    return (int)
        room.entries().stream()
            .filter(it -> it.isReply() && it.target() == root && isNews(it, person, after, asOf))
            .count();
  }
}
