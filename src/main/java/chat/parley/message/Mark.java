package chat.parley.message;

import java.util.regex.Pattern;

/**
 * The hash of a room's history up to an entry. Two sides that hold the same (seq, mark) hold the
 * same history.
 *
 * @param value 16 lower-case hex digits: the first 8 bytes of a SHA-256
 */
public record Mark(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  /**
   * @throws Refusal if the value is not a mark
   */
  public Mark {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal(Code.MALFORMED, "A mark has 16 hex digits.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
