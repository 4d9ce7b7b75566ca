package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chat.parley.message.Code;
import chat.parley.message.Plain;
import chat.parley.message.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateKeysTest {
  private static final String SAY =
      "{\"type\":\"message\",\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":\"x\",";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ping\",\"type\":\"pong\"}",
        SAY + "\"content\":\"y\"}",
        SAY + "\"cont\\u0065nt\":\"y\"}",
        SAY + "\"ref\":\"a\"}",
        "{\"type\":\"ping\",\"x\":1,\"x\":1}",
        "{\"type\":\"ping\",\"x\":[{\"y\":1,\"y\":2}]}",
        "{\"type\":\"ping\",\"x\":{\"y\":{\"z\":1,\"z\":1}}}",
        "{\"type\":\"resume\",\"positions\":[{\"room\":\"r_h5k2m9q4w7x1z8b3\",\"seq\":1,\"seq\":2,\"mark\":\"5b1f0c2e9a7d4438\"}]}"
      })
  void aKeyThatStandsTwiceIsRefusedAtAnyDepth(String text) {
    Unreadable unreadable =
        assertInstanceOf(Unreadable.class, MessageDecoder.parley(text).orElseThrow());
    assertEquals(Code.MALFORMED, unreadable.code());
    Sentences.check(unreadable.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ping\",\"x\":{\"a\":1},\"y\":{\"a\":1}}",
        "{\"type\":\"ping\",\"x\":[{\"a\":1},{\"a\":1}]}",
        "{\"type\":\"ping\",\"x\":{\"type\":1,\"x\":2}}"
      })
  void theSameKeyInTwoObjectsIsNone(String text) {
    assertEquals("Ping[]", MessageDecoder.parley(text).orElseThrow().toString());
  }

  @Test
  void aPlainClientsObjectWithAKeyTwiceIsWhatTheyWantedToSay() {
    String text = "{\"content\":\"a\",\"content\":\"b\"}";
    assertEquals(new Plain(text, null, null), MessageDecoder.plain(text));
  }
}
