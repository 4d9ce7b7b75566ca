package chat.parley.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that are no frames of {@code parley.v1}. */
final class BadFrames {
  private static final String MESSAGE =
      "{\"type\":\"message\",\"ref\":\"x\",\"recipient\":\"#lobby\",";
  private static final String JOIN = "{\"type\":\"join\",\"ref\":\"x\",";
  private static final String RESUME = "{\"type\":\"resume\",\"positions\":";
  private static final List<String> SPLINTERS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "null",
          "\\u",
          "\\",
          "1e999",
          "-",
          "\u0000",
          "\uD83D\uDE00",
          "true",
          "\n",
          "\u2028");

  private BadFrames() {}

  /** Each of them is malformed by the protocol's own words. */
  static List<String> documented() {
    return List.of(
        "",
        "   ",
        "hello",
        "null",
        "true",
        "42",
        "\"ping\"",
        "[]",
        "[{\"type\":\"ping\"}]",
        "{}",
        "{",
        "{\"type\"}",
        "{\"type\":}",
        "{\"type\":\"ping\"",
        "{'type':'ping'}",
        "{type:\"ping\"}",
        "{\"type\":\"ping\",}",
        "{\"type\":\"ping\"}x",
        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
        "{\"type\":\"ping\"}]",
        "{\"type\":\"ping\"} null",
        "{\"type\":\"ping\",\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"type\":\"pong\"}",
        "{\"type\":\"ping\",\"x\":1,\"x\":2}",
        "{\"type\":\"ping\",\"x\":{\"y\":1,\"y\":2}}",
        "{\"type\":\"ping\",\"x\":NaN}",
        "{\"type\":\"ping\",\"x\":01}",
        "{\"type\":\"ping\",\"x\":\"a\nb\"}",
        "{\"type\":\"ping\",\"x\":\"\\q\"}",
        "{\"type\":\"ping\",\"x\":\"\\u12\"}",
        "{\"type\":\"ping\" /* why */}",
        "{\"type\":1}",
        "{\"type\":null}",
        "{\"type\":[\"ping\"]}",
        "{\"type\":{\"ping\":true}}",
        MESSAGE + "\"content\":5}",
        MESSAGE + "\"content\":null}",
        MESSAGE + "\"content\":[\"hello\"]}",
        MESSAGE + "\"content\":\"a\",\"content\":\"b\"}",
        "{\"type\":\"message\",\"ref\":\"x\",\"recipient\":5,\"content\":\"hello\"}",
        "{\"type\":\"message\",\"ref\":\"x\",\"recipient\":[\"#lobby\"],\"content\":\"hello\"}",
        JOIN + "\"recipient\":{}}",
        RESUME + "{}}",
        RESUME + "\"\"}",
        RESUME + "[1]}",
        RESUME + "[{\"room\":\"r_0000000000000000\",\"seq\":\"1\",\"mark\":\"0123456789abcdef\"}]}",
        RESUME + "[{\"room\":\"r_0000000000000000\",\"seq\":1.5,\"mark\":\"0123456789abcdef\"}]}",
        RESUME + "[{\"room\":\"r_0000000000000000\",\"seq\":1e999,\"mark\":\"0123456789abcdef\"}]}",
        RESUME + "[{\"room\":5,\"seq\":1,\"mark\":\"0123456789abcdef\"}]}",
        "{\"type\":\"person\",\"people\":\"p_0000000000000000\"}",
        "{\"type\":\"person\",\"people\":[1]}",
        "{\"type\":\"presence\",\"recipient\":\"r_0000000000000000\",\"people\":{}}");
  }

  /**
   * A ping with an unknown field that is nested this deep.
   *
   * @param pair what opens and closes one level
   */
  static String nested(int depth, String pair) {
    String opens = pair.substring(0, pair.length() - 1);
    String closes = pair.substring(pair.length() - 1);
    return "{\"type\":\"ping\",\"x\":" + opens.repeat(depth) + "1" + closes.repeat(depth) + "}";
  }

  /** Documented frames, each broken in one to three places; the same ones for the same seed. */
  static List<String> seeded(long seed, int count) {
    Random random = new Random(seed);
    List<String> golden = Golden.clientFrames();
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder frame = new StringBuilder(golden.get(random.nextInt(golden.size())));
      int wounds = 1 + random.nextInt(3);
      for (int wound = 0; wound < wounds; wound++) {
        hurt(frame, random);
      }
      frames.add(frame.toString());
    }
    return frames;
  }

  private static void hurt(StringBuilder frame, Random random) {
    int from = random.nextInt(frame.length() + 1);
    int to = Math.min(frame.length(), from + random.nextInt(6));
    String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
    switch (random.nextInt(5)) {
      case 0 -> frame.insert(from, splinter);
      case 1 -> frame.replace(from, to, splinter);
      case 2 -> frame.delete(from, to);
      case 3 -> frame.append(splinter);
      default -> frame.insert(from, frame.substring(from, to));
    }
  }
}
