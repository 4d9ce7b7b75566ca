package chat.parley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReassemblyTest {
  private final Reassembly frames = new Reassembly(8);

  @Test
  void aFrameInOnePartIsThatPart() {
    assertEquals(Optional.of("hello"), frames.add("hello", true));
    assertEquals(Optional.of("world"), frames.add("world", true));
  }

  @Test
  void partsAreJoinedInOrderAndTheNextFrameStartsAfresh() {
    assertEquals(Optional.empty(), frames.add("hel", false));
    assertEquals(Optional.empty(), frames.add("", false));
    assertEquals(Optional.of("hello"), frames.add("lo", true));
    assertEquals(Optional.of("again"), frames.add("again", true));
  }

  @Test
  void theLimitCountsBytesOfUtf8EvenIfAPairIsSplit() {
    String clef = "\uD834\uDD1E";
    assertEquals(Optional.empty(), frames.add("1234" + clef.charAt(0), false));
    assertEquals(Optional.of("1234" + clef), frames.add(clef.substring(1), true));
    assertEquals(Optional.empty(), frames.add("12345" + clef, true));
    assertTrue(frames.isTooBig());
  }

  @Test
  void afterAFrameThatIsTooBigNothingFollows() {
    assertEquals(Optional.empty(), frames.add("123456789", false));
    assertEquals(Optional.empty(), frames.add("", true));
    assertEquals(Optional.empty(), frames.add("hello", true));
    assertTrue(frames.isTooBig());
  }

  @Test
  void noLimitTakesAll() {
    Reassembly unlimited = new Reassembly(0);
    assertEquals(Optional.empty(), unlimited.add("x".repeat(1_000_000), false));
    assertEquals(1_000_001, unlimited.add("y", true).orElseThrow().length());
    assertFalse(unlimited.isTooBig());
  }
}
