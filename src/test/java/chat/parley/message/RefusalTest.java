package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
  @Test
  void whatTheSenderIsToldIsWhatWasThrown() {
    Refusal refusal = new Refusal(Code.SLOW_DOWN, "Later.", 200L);
    assertEquals(
        new FromServer.Refused(new Ref("a"), Code.SLOW_DOWN, "Later.", 200L),
        refusal.frame(new Ref("a")));
  }

  @Test
  void whereWaitingDoesNotHelpNoTimeIsNamed() {
    assertEquals(Optional.empty(), new Refusal(Code.EMPTY, "Nothing.").retryAfter());
    assertEquals(
        new FromServer.Refused(null, Code.EMPTY, "Nothing.", null),
        new Refusal(Code.EMPTY, "Nothing.").frame(null));
  }

  @Test
  void noStackTraceIsTakenForAMistakeOfAClient() {
    assertEquals(0, new Refusal(Code.EMPTY, "Nothing.").getStackTrace().length);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsReadAsItIsWritten(Code code) {
    assertEquals(code, Code.of(code.wire()));
  }
}
