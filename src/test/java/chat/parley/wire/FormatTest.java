package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
  @Test
  void theSubprotocolMeansTheFullProtocol() {
    assertEquals(Format.PARLEY, Format.of("parley.v1"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "PARLEY.V1", "parley.v2"})
  void withoutItTheTutorialsFormatIsSpoken(String subprotocol) {
    assertEquals(Format.PLAIN, Format.of(subprotocol));
  }
}
