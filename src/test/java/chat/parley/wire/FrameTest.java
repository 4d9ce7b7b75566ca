package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import chat.parley.message.FromServer;
import chat.parley.message.Plain;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void oneObjectIsAFrameOfItsOwn() {
    Frame frame = Frame.of(new FromServer.Ping());
    assertEquals("{\"type\":\"ping\"}", frame.text());
    assertEquals(1, frame.objects());
    assertSame(frame, Frame.join(List.of(frame)));
  }

  @Test
  void severalAreAnArrayInTheirOrder() {
    Frame frame = Frame.join(frames(0, 3));
    assertEquals(3, frame.objects());
    assertEquals(List.of("0", "1", "2"), contents(frame));
  }

  @Test
  void arraysAreJoinedIntoOneAndNotIntoEachOther() {
    Frame frame =
        Frame.join(
            List.of(Frame.join(frames(0, 2)), frames(2, 3).get(0), Frame.join(frames(3, 6))));
    assertEquals(List.of("0", "1", "2", "3", "4", "5"), contents(frame));
    assertEquals(6, frame.objects());
    assertBytes(frame);
  }

  @Slow
  @Test
  void joinedFramesKeepOrderAndBoundWhateverTheirSizes() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Frame> frames = new ArrayList<>();
      for (int i = 0, next = 0; i < 40; i++) {
        int count = 1 + random.nextInt(3);
        int width = random.nextInt(6) == 0 ? 20_000 : random.nextInt(3000);
        frames.add(Frame.join(sized(next, next + count, width)));
        next += count;
      }
      List<Frame> joined = Frame.joined(frames);
      assertEquals(contents(frames), contents(joined), "seed " + seed);
      for (Frame frame : joined) {
        assertBytes(frame);
        assertTrue(frame.bytes() <= Frame.MAX_BYTES, "seed " + seed + ": " + frame.bytes());
      }
      assertFewest(joined, "seed " + seed);
    }
  }

  /** Neighbours that would have fitted into one frame with some to spare. */
  private static void assertFewest(List<Frame> joined, String hint) {
    for (int i = 1; i < joined.size(); i++) {
      assertTrue(joined.get(i - 1).bytes() + joined.get(i).bytes() > Frame.MAX_BYTES / 2, hint);
    }
  }

  @Test
  void theBoundIsUsedToTheLastByte() {
    Frame small = frame("");
    int width = Frame.MAX_BYTES - 3 - 2 * small.bytes();
    assertEquals(Frame.MAX_BYTES, Frame.join(List.of(small, frame("x".repeat(width)))).bytes());
    assertEquals(1, Frame.joined(List.of(small, frame("x".repeat(width)))).size());
    assertEquals(2, Frame.joined(List.of(small, frame("x".repeat(width + 1)))).size());
  }

  @Test
  void whatIsLargerThanTheBoundTravelsAlone() {
    Frame large = frame("x".repeat(Frame.MAX_BYTES));
    List<Frame> joined = Frame.joined(List.of(frame("a"), large, frame("b"), frame("c")));
    assertEquals(List.of(1, 1, 2), joined.stream().map(Frame::objects).toList());
    assertSame(large, joined.get(1));
  }

  @Test
  void nothingIsNoFrame() {
    assertEquals(List.of(), Frame.joined(List.of()));
    assertEquals(List.of(), Frame.of(List.of()));
  }

  @Test
  void theLengthIsThatOfItsUtf8() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(200), 0, 0x110000)
          .filter(FrameTest::isCharacter)
          .forEach(text::appendCodePoint);
      random.ints(20, 0, 0x900).forEach(text::appendCodePoint);
      String string = text.toString();
      assertEquals(
          string.getBytes(StandardCharsets.UTF_8).length, Frame.utf8Length(string), "seed " + seed);
      assertBytes(frame(string));
    }
  }

  @Test
  void eachWidthOfACharacterIsCountedAtItsEdges() {
    for (int c :
        new int[] {0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff}) {
      String text = Character.toString(c);
      assertEquals(
          text.getBytes(StandardCharsets.UTF_8).length,
          Frame.utf8Length(text),
          Integer.toHexString(c));
    }
  }

  private static boolean isCharacter(int c) {
    return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
  }

  private static void assertBytes(Frame frame) {
    assertEquals(frame.text().getBytes(StandardCharsets.UTF_8).length, frame.bytes());
  }

  private static Frame frame(String content) {
    return Frame.of(Plain.notice(content));
  }

  private static List<Frame> frames(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> frame("" + i)).toList();
  }

  private static List<Frame> sized(int from, int to, int width) {
    return IntStream.range(from, to).mapToObj(i -> frame(i + "ä".repeat(width / 2))).toList();
  }

  private static List<String> contents(List<Frame> frames) {
    return frames.stream().flatMap(frame -> contents(frame).stream()).toList();
  }

  private static List<String> contents(Frame frame) {
    JsonValue value = GoldenFiles.json(frame.text());
    return frame.objects() == 1
        ? List.of(value.asJsonObject().getString("content"))
        : value.asJsonArray().getValuesAs((JsonObject object) -> object.getString("content"));
  }
}
