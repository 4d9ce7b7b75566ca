package chat.parley.blackbox;

import java.util.Map;

/** Where Payara 6 (its WebSocket is Tyrus 2.1) goes its own way. */
public final class Payara {
  /**
   * Tyrus reads frames without a mask, and takes an impossible length, or more than its buffer of 4
   * MB, for a fault of its own. Its HTTP server takes some 7 MB more than the kernel before a send
   * is under way for long.
   */
  public static final Deviations DEVIATIONS =
      new Deviations(
          Map.of(
              Violation.UNMASKED, Outcome.ACCEPTED,
              Violation.NEGATIVE_LENGTH, Outcome.INTERNAL_ERROR),
          Outcome.INTERNAL_ERROR,
          400);

  private Payara() {}
}
