package chat.parley.message;

import java.util.Arrays;

/**
 * The id of a room, {@code r_…}: it outlives the room's name.
 *
 * @param value {@code r_} and 16 characters
 */
public record RoomId(String value) {
  private static final String PREFIX = "r_";

  /** Bytes of half an id. */
  private static final int HALF = 5;

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

  /**
   * The id of a room that somebody asks for; the same digests give the same id.
   *
   * @param origin of who asks, and by which ref
   * @param content of what they ask for
   */
  public static RoomId of(byte[] origin, byte[] content) {
    byte[] both = Arrays.copyOf(origin, 2 * HALF);
    System.arraycopy(content, 0, both, HALF, HALF);
    return new RoomId(Ids.of(PREFIX, both));
  }

  /** A fresh id, not guessable. */
  public static RoomId random() {
    return new RoomId(Ids.random(PREFIX));
  }

  /** The part that is the same whatever its founder asked for by the same ref. */
  public String origin() {
    return value.substring(0, PREFIX.length() + Ids.LENGTH / 2);
  }

  @Override
  public String toString() {
    return value;
  }
}
