package chat.parley.state;

/**
 * How far somebody has read a room.
 *
 * @param seq the last entry read; 0 for none
 * @param turn how often they have taken something back to unread
 */
public record ReadMark(long seq, long turn) {
  /** Nothing was read. */
  static final ReadMark NONE = new ReadMark(0, 0);

  /**
   * They have read up to this entry: a mark only moves forward, and what was sent before something
   * was taken back doesn't count any more.
   *
   * @param asked the turn in which they said so; null for the present one
   */
  ReadMark read(long upTo, Long asked) {
    boolean counts = asked == null || asked == turn;
    return counts && upTo > seq ? new ReadMark(upTo, turn) : this;
  }

  /** From this entry on all is to be unread. */
  ReadMark takenBack(long from) {
    return new ReadMark(Math.max(0, from - 1), turn + 1);
  }
}
