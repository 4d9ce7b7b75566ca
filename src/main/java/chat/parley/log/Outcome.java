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

  /** It was not stored; the text is a sentence for the sender. */
  record Refused(Draft draft, Code code, String text) implements Outcome {}
}
