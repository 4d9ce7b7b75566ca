package chat.parley.log;

import chat.parley.message.Emoji;
import chat.parley.message.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A page of a room's history, all of one moment.
 *
 * @param asOf the room's last seq then
 * @param entries in order, as they are
 * @param reactions that stand at these messages
 * @param replies what there is of these messages' threads
 * @param pins those of these messages that are pinned
 * @param isMoreBefore whether there is anything before the first entry
 * @param isMoreAfter whether there is anything after the last entry
 */
public record Page(
    long asOf,
    List<Entry> entries,
    List<Reactions> reactions,
    List<Replies> replies,
    List<Long> pins,
    boolean isMoreBefore,
    boolean isMoreAfter) {
  /**
   * One sort of reaction to a message.
   *
   * @param target the message's seq
   * @param people those who reacted first
   * @param mine whether the reader is among all of them
   */
  public record Reactions(
      long target, Emoji emoji, long count, List<PersonId> people, boolean mine) {}

  /**
   * The replies to a message.
   *
   * @param thread the message's seq
   * @param count those that are not deleted
   * @param last the seq of the last one
   * @param at when the last of those was said that are not deleted; null if all are
   */
  public record Replies(long thread, long count, long last, Instant at) {}
}
