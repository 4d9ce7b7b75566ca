package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  private static final RoomId ROOM = RoomId.random();
  private static final Mark MARK = new Mark("0123456789abcdef");

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MAX_VALUE})
  void anySeqFromZeroOnIsAPosition(long seq) {
    assertEquals(seq, new Position(ROOM, seq, MARK).seq());
  }

  @Test
  void nothingIsBeforeTheBeginning() {
    refused(() -> new Position(ROOM, -1, MARK));
  }

  @Test
  void everyPartIsThere() {
    refused(() -> new Position(null, 1, MARK));
    refused(() -> new Position(ROOM, 1, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcde",
        "0123456789abcdef0",
        "0123456789ABCDEF",
        "0123456789abcdeg",
        "0123456789abcde\n"
      })
  void aMarkIsSixteenLowerCaseHexDigits(String text) {
    refused(() -> new Mark(text));
  }

  private static void refused(Runnable reading) {
    assertEquals(Code.MALFORMED, assertThrows(Refusal.class, reading::run).code());
  }
}
