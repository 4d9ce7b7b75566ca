package chat.parley.log;

import chat.parley.message.Code;

/** What became of a draft. */
public sealed interface Outcome {
  /** The draft. */
  Draft draft();

  /** It is an entry now, stored for good. */
  record Stored(Draft draft, Entry entry) implements Outcome {}

  /** It had been stored before, as this entry. */
  record Repeated(Draft draft, Entry entry) implements Outcome {}

  /**
   * It was not stored.
   *
   * @param text a sentence for the sender
   * @param retryAfter milliseconds after which sending it again helps; null if it doesn't
   */
  record Refused(Draft draft, Code code, String text, Long retryAfter) implements Outcome {
    /** One that is refused for ever. */
    public Refused(Draft draft, Code code, String text) {
      this(draft, code, text, null);
    }
  }
}
