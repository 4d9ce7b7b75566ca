package chat.parley.message;

/**
 * The id of a person, {@code p_…}: it outlives their name.
 *
 * @param value {@code p_} and 16 characters
 */
public record PersonId(String value) {
  private static final String PREFIX = "p_";

  /**
   * @throws Refusal if the value is not a person's id
   */
  public PersonId {
    Ids.check(PREFIX, value);
  }

  /** Whether this text could be a person's id. */
  public static boolean isId(String text) {
    return Ids.isId(PREFIX, text);
  }

  /** The id that the first 80 bits of a digest name; the same digest gives the same id. */
  public static PersonId of(byte[] digest) {
    return new PersonId(Ids.of(PREFIX, digest));
  }

  @Override
  public String toString() {
    return value;
  }
}
