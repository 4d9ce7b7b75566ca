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

  /** The id that the first 80 bits of a digest name; the same digest gives the same id. */
  public static RoomId of(byte[] digest) {
    return new RoomId(Ids.of(PREFIX, digest));
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
