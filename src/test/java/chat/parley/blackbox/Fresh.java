package chat.parley.blackbox;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Names, rooms and refs that no other test and no run before has used. Thread-safe. */
final class Fresh {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Fresh() {}

  /** A person's name that starts like this. */
  static String name(String start) {
    return start + "-" + random(50);
  }

  /** A public room's name, {@code #} and all. */
  static String room(String start) {
    return "#" + name(start);
  }

  /** A text that nobody else says. */
  static String words(String start) {
    return start + " " + random(50);
  }

  static String ref() {
    return random(96);
  }

  private static String random(int bits) {
    return new BigInteger(bits, RANDOM).toString(36);
  }
}
