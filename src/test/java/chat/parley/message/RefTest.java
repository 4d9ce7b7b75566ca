package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "AZaz09-_.:~", "Jx3kQ0aV7mPz2LwY"})
  void theAllowedCharactersMakeARef(String text) {
    assertEquals(text, new Ref(text).toString());
  }

  static Stream<String> others() {
    return Stream.of(
        "", " ", "a b", "a\n", "ä", "a/b", "a+b", "a=", "\u0000", "\ud800", "a".repeat(65));
  }

  @ParameterizedTest
  @MethodSource("others")
  void allElseIsABadRef(String text) {
    assertEquals(Code.BAD_REF, assertThrows(Refusal.class, () -> new Ref(text)).code());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void aRefHasOneToSixtyFourCharacters(int length) {
    assertEquals(length, new Ref("~".repeat(length)).value().length());
  }
}
