package chat.parley.log;

import java.time.Instant;

/**
 * Which page of a room's history is meant: the newest, or one that is told by the place that it is
 * at.
 *
 * @param place where it is
 * @param scope what of the room is read
 * @param limit how many entries, at most
 */
public record Leaf(Place place, Scope scope, int limit) {
  /** Where a page is. */
  public sealed interface Place {}

  /** At the end. */
  public record Newest() implements Place {}

  /** Before an entry, up to it. */
  public record Before(long seq) implements Place {}

  /** After an entry, from it on. */
  public record After(long seq) implements Place {}

  /** About an entry. */
  public record Around(long seq) implements Place {}

  /** About the first entry that is not older than this. */
  public record Since(Instant date) implements Place {}

  /** What of a room is read. */
  public sealed interface Scope {}

  /** What is said in the room itself, and what happened to it. */
  public record InRoom() implements Scope {}

  /** A message and its replies. */
  public record OfThread(long thread) implements Scope {}

  /** The messages that are pinned, replies too. */
  public record Pinned() implements Scope {}
}
