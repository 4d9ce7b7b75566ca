package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.message.Code;
import chat.parley.message.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
  private static final String FACE = "\ud83d\ude00";

  private static Refusal refusal(String text, int max) {
    return assertThrows(Refusal.class, () -> Content.check(text, max));
  }

  @Test
  void lengthIsCountedInCodePoints() {
    assertDoesNotThrow(() -> Content.check(FACE.repeat(8000), 8000));
    assertEquals(Code.TOO_LONG, refusal(FACE.repeat(8001), 8000).code());
  }

  @Test
  void theRefusalSaysHowLongItMayBeAndIs() {
    assertEquals(
        "A message may have at most 8000 characters; this one has 8001.",
        refusal("x".repeat(8001), 8000).getMessage());
  }

  @Test
  void zeroIsNoLimit() {
    assertDoesNotThrow(() -> Content.check("x".repeat(1_000_000), 0));
  }

  static Stream<String> unseen() {
    return Stream.of(
        "",
        " ",
        "\t\r\n",
        "\u00a0\u3000",
        "\u200b\u200d\ufeff",
        "\u2028\u2029",
        "\u202e",
        "\u0007",
        "\ufff0");
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void aMessageWithoutAVisibleCharacterIsEmpty(String text) {
    assertEquals(Code.EMPTY, refusal(text, 8000).code());
  }

  static Stream<String> broken() {
    return Stream.of("\ud83d", "a\ude00b", "\ude00\ud83d", "a\u0000");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void halfAPairAndNulAreNoText(String text) {
    assertEquals(Code.MALFORMED, refusal(text, 8000).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "a\nb", "  x  ", "مرحبا", "👩‍👩‍👧", "\u202ehello"})
  void anythingThatShowsIsContent(String text) {
    assertDoesNotThrow(() -> Content.check(text, 8000));
  }
}
