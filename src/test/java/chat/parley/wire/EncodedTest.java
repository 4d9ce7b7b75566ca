package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.FromServer;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import org.junit.jupiter.api.Test;

class EncodedTest {
  private static final PersonId ANN = new PersonId("p_7c2m5x9k4w1q8z3h");

  private final Encoded encoded = new Encoded(1000);

  private static FromServer.Left left(int room) {
    return new FromServer.Left(new RoomId("r_%016d".formatted(room)), ANN);
  }

  private String told(int room) {
    return encoded.of(left(room)).text();
  }

  @Test
  void whatIsToldAgainIsTheSameFrame() {
    assertSame(told(1), told(1));
  }

  @Test
  void anotherMessageIsAnotherFrame() {
    assertNotSame(told(1), told(2));
    assertEquals(Frame.of(left(2)).text(), told(2));
  }

  @Test
  void whatWasNotToldForLongestGoesFirst() {
    String first = told(0);
    String second = told(1);
    for (int i = 2; i < 100; i++) {
      told(i);
      assertSame(first, told(0));
      assertTrue(encoded.bytes() <= 1000, "it keeps " + encoded.bytes());
    }
    assertNotSame(second, told(1));
  }

  @Test
  void whatIsTooLargeIsToldAllTheSame() {
    Encoded none = new Encoded(10);
    assertEquals(Frame.of(left(1)).text(), none.of(left(1)).text());
    assertEquals(0, none.bytes());
  }
}
