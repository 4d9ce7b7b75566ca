package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chat.parley.message.Code;
import chat.parley.message.Unreadable;
import org.junit.jupiter.api.Test;

class MissingSeqTest {
  @Test
  void aPositionWithoutSeqIsNotOneAtZero() {
    String text =
        "{\"type\":\"resume\",\"positions\":[{\"room\":\"r_h5k2m9q4w7x1z8b3\",\"mark\":\"5b1f0c2e9a7d4438\"}]}";
    Unreadable unreadable =
        assertInstanceOf(Unreadable.class, MessageDecoder.parley(text).orElseThrow());
    assertEquals(Code.MALFORMED, unreadable.code());
  }
}
