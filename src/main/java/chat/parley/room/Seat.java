package chat.parley.room;

/**
 * A person's place in a room: whether it is taken as far as is stored, and whether it will be when
 * all that was asked for is stored. What fails is thereby undone: it was never more than asked for.
 *
 * <p>Read by any thread; written under the lock of {@link Rooms} alone.
 */
final class Seat {
  /** Of everybody who never came; never written to. */
  static final Seat NONE = new Seat();

  private volatile Way stored = Way.OUT;

  /** The last move asked for, if it is neither stored nor failed yet; else null. */
  private volatile Move underway;

  /** Whether they are in, for good. */
  boolean isTaken() {
    return stored == Way.IN;
  }

  /** Whether they are in when all that was asked for is stored. */
  boolean isWanted() {
    Move last = underway;
    return last == null ? isTaken() : last.way() == Way.IN;
  }

  /** Whether nothing that was asked for has still to be stored. */
  boolean isSettled() {
    return underway == null;
  }

  /** They are in, from the start. */
  void take() {
    stored = Way.IN;
  }

  /**
   * This is asked for now.
   *
   * @return what was asked for last, and is still to be stored; null if nothing is
   */
  Move ask(Move move) {
    Move before = underway;
    underway = move;
    return before;
  }

  /** This is stored. */
  void settle(Move move) {
    stored = move.way();
    drop(move);
  }

  /** This failed. */
  void drop(Move move) {
    if (underway == move) {
      underway = null;
    }
  }
}
