package chat.parley.message;

/**
 * How far somebody has heard a room.
 *
 * @param room the room
 * @param seq the number of the last entry heard; 0 before the first
 * @param mark that entry's mark
 */
public record Position(RoomId room, long seq, Mark mark) {
  /**
   * @throws Refusal if a part is missing or the seq is negative
   */
  public Position {
    if (room == null || mark == null || seq < 0) {
      throw new Refusal(Code.MALFORMED, "A position has a room, a seq from 0 on, and a mark.");
    }
  }
}
