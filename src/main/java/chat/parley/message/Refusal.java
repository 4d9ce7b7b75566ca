package chat.parley.message;

import java.util.Optional;

/**
 * What a client asked for can't be. Its message is a sentence in the sender's terms, and is what
 * they are told; so it has no stack trace and no cause.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Code code;
  private final Long retryAfter;

  /**
   * @param code which refusal of the closed list
   * @param text a sentence for the sender
   */
  public Refusal(Code code, String text) {
    this(code, text, null);
  }

  /**
   * @param code which refusal of the closed list
   * @param text a sentence for the sender
   * @param retryAfter milliseconds after which trying again helps; null if it doesn't
   */
  public Refusal(Code code, String text, Long retryAfter) {
    super(text, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Which refusal of the closed list. */
  public Code code() {
    return code;
  }

  /** Milliseconds after which trying again helps, if it does. */
  public Optional<Long> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The frame that tells the sender, about the thing with this ref; null if it has none. */
  public FromServer.Refused frame(Ref ref) {
    return new FromServer.Refused(ref, code, getMessage(), retryAfter);
  }
}
