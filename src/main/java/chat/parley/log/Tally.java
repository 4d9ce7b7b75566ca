package chat.parley.log;

import java.util.List;

/**
 * What somebody has not read in a room.
 *
 * @param reader who, and how far they have read
 * @param asOf the seq of the room's last entry that this counts
 * @param unread others' messages after the mark that are neither replies nor deleted
 * @param mentions those of them that name the person, or everyone
 * @param threads what they have not read of threads that they follow, where there is something
 */
public record Tally(Reader reader, long asOf, long unread, long mentions, List<Followed> threads) {
  public Tally {
    threads = List.copyOf(threads);
  }

  /**
   * A thread that somebody follows.
   *
   * @param thread the seq of the message it is of
   * @param mark the seq of the last entry that they have read of it
   * @param unread others' replies after that, without the deleted ones; at least 1
   */
  public record Followed(long thread, long mark, long unread) {}
}
