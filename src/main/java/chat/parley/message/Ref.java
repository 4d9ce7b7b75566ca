package chat.parley.message;

import java.util.regex.Pattern;

/**
 * The sender's own name for one message in one room: sending the same ref again never makes a
 * second message.
 *
 * @param value 1–64 of {@code A–Z a–z 0–9 - _ . : ~}
 */
public record Ref(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:~-]{1,64}");

  /**
   * @throws Refusal if the value is not a ref
   */
  public Ref {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal(Code.BAD_REF, "A ref has 1 to 64 of the characters A-Z a-z 0-9 - _ . : ~.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
