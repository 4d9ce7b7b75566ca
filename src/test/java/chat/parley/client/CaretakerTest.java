package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CaretakerTest {
  @Test
  void theSecondHandIsNotInterruptedAtWhatItDoes() throws InterruptedException {
    Interruption interruption = new Interruption();
    Caretaker caretaker = new Caretaker();
    caretaker.everySecond(interruption::look);
    interruption.awaitLook();
    caretaker.close();
    assertFalse(interruption.came());
  }
}
