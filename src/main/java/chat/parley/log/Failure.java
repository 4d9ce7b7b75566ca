package chat.parley.log;

import chat.parley.message.Code;

/** Why a transaction was not stored. What is to be done follows from that. */
public enum Failure {
  /** Something in it can't be stored. The rest could be. */
  UNFIT(Code.FAILED, "The server could not store this message. Please send it again.", null),

  /** Another transaction was in the way. It may be stored if it is tried again. */
  BUSY(Code.BUSY, "The server's database is busy. Please send this again.", 1000L),

  /** The disk is full. */
  FULL(
      Code.STORAGE_FULL,
      "The server's disk is full. Please send this again when there is room.",
      5000L),

  /** The database can't be reached. Nothing was stored. */
  GONE(Code.BUSY, "The server can't reach its database. Please send this again.", 1000L),

  /** The connection broke while it was being committed: it may be stored or not. */
  UNKNOWN(Code.BUSY, "The server can't reach its database. Please send this again.", 1000L);

  private final Code code;
  private final String text;
  private final Long retryAfter;

  Failure(Code code, String text, Long retryAfter) {
    this.code = code;
    this.text = text;
    this.retryAfter = retryAfter;
  }

  /** What the sender of a draft is told that was not stored for it. */
  Outcome refusal(Draft draft) {
    return new Outcome.Refused(draft, code, text, retryAfter);
  }
}
