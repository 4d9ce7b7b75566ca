package chat.parley.chaos;

import java.util.Set;

/** What a client asked for or heard, or what was done to the server. Immutable. */
sealed interface Happening {
  /**
   * A connection was welcomed.
   *
   * @param rooms those that the person is in
   */
  record Opened(String person, Set<String> rooms) implements Happening {}

  /** A connection came to its end; what was under way on it is lost or not. */
  record Ended(int code) implements Happening {}

  /** A client asked for what it missed of these rooms. */
  record Resumed(Set<String> rooms) implements Happening {}

  /** A client asked for something that becomes an entry, the first time or again. */
  record Asked(Request request) implements Happening {}

  /** An entry came. */
  record Told(Entry entry) implements Happening {}

  /**
   * A room begins anew.
   *
   * @param seq where the client is now
   * @param mark the mark of that seq
   * @param end the room's last seq
   */
  record Reset(String room, int seq, String mark, int end) implements Happening {}

  /** The client's person is not in this room any more. */
  record Left(String room) implements Happening {}

  /** The answer to a ref that was stored before. */
  record Stored(String ref, String room, int seq) implements Happening {}

  /** A ref was refused. */
  record Refused(String ref, String code) implements Happening {}

  /** No answer to a ref came in time: it may be stored, or not. */
  record TimedOut(String ref) implements Happening {}

  /**
   * A client asked for a page.
   *
   * @param thread whose replies; 0 for the room's own page
   */
  record Turned(String ref, String room, int thread) implements Happening {}

  /** A page came. */
  record Paged(Page page) implements Happening {}

  /**
   * A client said how far a room was read.
   *
   * @param thread which thread of it; 0 for the room itself
   * @param seq the last entry read, or the first one that is to be unread
   * @param back whether it is taken back to unread from there on
   */
  record Marked(String room, int thread, int seq, boolean back) implements Happening {}

  /** What is unread in a room, as the server counts it. */
  record Counted(Tally tally) implements Happening {}

  /** Some other frame that names a room, which alone gives away that it is there. */
  record Named(String type, String room) implements Happening {}

  /** Something was done to the server, its database or the connections. */
  record Fault(String what) implements Happening {}
}
