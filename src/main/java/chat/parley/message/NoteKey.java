package chat.parley.message;

import java.util.regex.Pattern;

/**
 * What a person's client calls one of their notes, as {@code draft:r_h5k2m9q4w7x1z8b3}.
 *
 * @param value 1–64 of {@code A–Z a–z 0–9 - _ . : ~}
 */
public record NoteKey(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:~-]{1,64}");

  /**
   * @throws Refusal if the value is not a key
   */
  public NoteKey {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal(
          Code.MALFORMED, "A note's key has 1 to 64 of the characters A-Z a-z 0-9 - _ . : ~.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
