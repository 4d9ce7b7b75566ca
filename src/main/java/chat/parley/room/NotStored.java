package chat.parley.room;

import chat.parley.message.Code;
import chat.parley.message.Refusal;

/** What somebody is told whose wish is not stored. */
public final class NotStored {
  private static final long BUSY_MILLIS = 1000;

  private NotStored() {}

  /** More waits to be stored than may, so it was not taken. */
  public static Refusal busy() {
    return new Refusal(
        Code.BUSY,
        "The server has more to store than it can hold. Please send this again.",
        BUSY_MILLIS);
  }

  /** It was taken, and could not be stored. */
  public static Refusal failed() {
    return new Refusal(Code.FAILED, "The server could not store this. Please send it again.");
  }
}
