package chat.parley.message;

/**
 * The id of a room, {@code r_…}: it outlives the room's name.
 *
 * @param value {@code r_} and 16 characters
 */
public record RoomId(String value) {
  private static final String PREFIX = "r_";

  /**
   * @throws Refusal if the value is not a room's id
   */
  public RoomId {
    Ids.check(PREFIX, value);
  }

  /** Whether this text could be a room's id. */
  public static boolean isId(String text) {
    return Ids.isId(PREFIX, text);
  }

  /** A fresh id, not guessable. */
  public static RoomId random() {
    return new RoomId(Ids.random(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
