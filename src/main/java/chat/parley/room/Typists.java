package chat.parley.room;

import chat.parley.message.FromServer;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is writing in a room just now, and what is said of it: once a second at most, only if it has
 * changed, and of more than a few no more than that they are several. So a crowd that writes all
 * the time is told of once.
 *
 * <p>Not thread-safe: only the room's pass touches it.
 */
final class Typists {
  /** People who are named, at most: one more than a client shows, as it leaves out its own. */
  static final int NAMED = 4;

  /** Beats that somebody counts as writing, after they last said so. */
  static final int LASTING = 5;

  private final RoomId room;
  private final Map<PersonId, Integer> left = new LinkedHashMap<>();
  private FromServer.Typing told;

  Typists(RoomId room) {
    this.room = room;
    this.told = state();
  }

  /** Somebody is writing. */
  void write(PersonId person) {
    left.put(person, LASTING);
  }

  /** They have said it: who hears that knows that they write no more, and is not told. */
  void said(PersonId person) {
    left.remove(person);
    told =
        new FromServer.Typing(
            room,
            told.people().stream().filter(other -> !other.equals(person)).toList(),
            told.several());
  }

  /** They are not in the room any more. */
  void rest(PersonId person) {
    left.remove(person);
  }

  /** Who is writing, as everyone is told it. */
  FromServer.Typing state() {
    boolean several = left.size() > NAMED;
    return new FromServer.Typing(
        room, several ? List.of() : List.copyOf(left.keySet()), several ? true : null);
  }

  /** Whether members are to be told, as it has changed since this was last asked. */
  boolean beat() {
    left.replaceAll((person, beats) -> beats - 1);
    left.values().removeIf(beats -> beats == 0);
    FromServer.Typing now = state();
    boolean isNews = !now.equals(told);
    told = now;
    return isNews;
  }
}
