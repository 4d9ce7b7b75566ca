package chat.parley.message;

import java.security.SecureRandom;

/**
 * Makes and checks the part of an id after its prefix: 16 characters of a 32-letter alphabet, 80
 * bits. Thread-safe.
 */
final class Ids {
  static final int LENGTH = 16;

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A fresh id, not guessable. */
  static String random(String prefix) {
    byte[] bytes = new byte[LENGTH * 5 / 8];
    RANDOM.nextBytes(bytes);
    return of(prefix, bytes);
  }

  /** The id of the first 80 bits of these bytes, of which there must be at least 10. */
  static String of(String prefix, byte[] bytes) {
    StringBuilder id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
    for (int bit = 0; bit < LENGTH * 5; bit += 5) {
      int pair =
          (bytes[bit / 8] & 0xff) << 8
              | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0);
      id.append(ALPHABET.charAt(pair >> (11 - bit % 8) & 31));
    }
    return id.toString();
  }

  static boolean isId(String prefix, String text) {
    return text.length() == prefix.length() + LENGTH
        && text.startsWith(prefix)
        && text.chars().skip(prefix.length()).allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  static void check(String prefix, String text) {
    if (!isId(prefix, text)) {
      throw new Refusal(
          Code.MALFORMED, "An id is " + prefix + " and " + LENGTH + " letters or digits.");
    }
  }
}
