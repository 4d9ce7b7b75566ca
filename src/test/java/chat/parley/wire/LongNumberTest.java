package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chat.parley.message.Code;
import chat.parley.message.FromClient;
import chat.parley.message.Message;
import chat.parley.message.Plain;
import chat.parley.message.Unreadable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongNumberTest {
  private static final String DIGITS = "9".repeat(65_000);

  static Stream<String> numbers() {
    return Stream.of(DIGITS, "-" + DIGITS, "1." + DIGITS, "1e" + DIGITS, "1e-" + DIGITS);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("numbers")
  void aNumberTooLongToReadIsMalformedAsASeq(String number) {
    assertMalformed(resume(number));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("numbers")
  void aNumberTooLongToReadIsMalformedWhereverItStands(String number) {
    assertMalformed("{\"type\":\"ping\",\"x\":" + number + "}");
  }

  @Test
  void aPlainClientMaySayOne() {
    String text = "{\"content\":\"a\",\"x\":" + DIGITS + "}";
    assertEquals(new Plain(text, null, null), MessageDecoder.plain(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"41.0", "4.1e1", "41e0", "0.41e2", "410e-1"})
  void aWholeNumberWrittenOddlyIsThatNumberOrRefused(String number) {
    Message message = MessageDecoder.parley(resume(number)).orElseThrow();
    if (message instanceof FromClient.Resume resume) {
      assertEquals(41, resume.positions().get(0).seq());
    } else {
      assertMalformed(resume(number));
    }
  }

  private static String resume(String seq) {
    return "{\"type\":\"resume\",\"positions\":[{\"room\":\"r_h5k2m9q4w7x1z8b3\",\"mark\":\"5b1f0c2e9a7d4438\",\"seq\":"
        + seq
        + "}]}";
  }

  private static void assertMalformed(String text) {
    Unreadable unreadable =
        assertInstanceOf(Unreadable.class, MessageDecoder.parley(text).orElseThrow());
    assertEquals(Code.MALFORMED, unreadable.code());
    Sentences.check(unreadable.reason());
  }
}
