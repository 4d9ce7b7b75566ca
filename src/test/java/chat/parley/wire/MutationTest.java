package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import chat.parley.message.FromClient;
import chat.parley.message.Message;
import chat.parley.message.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden client frames with a few things broken, always the same ones. */
class MutationTest {
  private static final long SEED = 20261123;
  private static final int ROUNDS = 3000;
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "\\",
          "\\u0000",
          "\\ud83d",
          "\ud83d",
          "null",
          "true",
          "-",
          "1e9",
          "0e999999999",
          "9".repeat(40),
          "1.0",
          "\"type\":\"ping\",",
          "\"seq\":",
          "\"people\":[],",
          "{\"a\":",
          "[[[[[[[[[[[[[[[[[",
          "\u0000",
          "\u2028",
          "\ufeff",
          " ");

  @Test
  void aBrokenFrameIsReadOrRefusedAndNeverAnException() {
    List<String> golden = GoldenFiles.names("client").stream().map(GoldenFiles::text).toList();
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(SEED + round);
      String text = mutated(golden.get(random.nextInt(golden.size())), golden, random);
      if (read(text, SEED + round).filter(Unreadable.class::isInstance).isPresent()) {
        refused++;
      }
    }
    assertTrue(refused > ROUNDS / 2, "the mutations should break most frames: " + refused);
  }

  private static Optional<Message> read(String text, long seed) {
    try {
      Optional<Message> message = MessageDecoder.parley(text);
      message.ifPresent(MutationTest::check);
      MessageDecoder.plain(text);
      return message;
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + seed + ": " + text, e);
    }
  }

  private static void check(Message message) {
    if (message instanceof Unreadable unreadable) {
      Sentences.check(unreadable.reason());
    } else {
      assertTrue(message instanceof FromClient, () -> "neither read nor refused: " + message);
    }
  }

  private static String mutated(String text, List<String> golden, Random random) {
    String mutated = text;
    for (int i = 0; i <= random.nextInt(4); i++) {
      mutated = mutatedOnce(mutated, golden, random);
    }
    return mutated;
  }

  private static String mutatedOnce(String text, List<String> golden, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, from) + piece + text.substring(from);
      case 2 -> text.substring(0, from) + piece + text.substring(to);
      case 3 -> text.substring(0, to) + text.substring(from);
      case 4 -> text.substring(0, from) + (char) random.nextInt(0x10000) + text.substring(from);
      default ->
          text.substring(0, from)
              + golden.get(random.nextInt(golden.size())).substring(Math.min(from, 14));
    };
  }
}
