package chat.parley.blackbox;

/** What a client can hear on a socket. */
public sealed interface Signal {
  /** A whole text message. */
  record Text(String text) implements Signal {}

  /**
   * The end of the connection.
   *
   * @param code the server's close code; 1005 for a close without one, 1006 for an end without a
   *     close
   */
  record Closed(int code, String reason) implements Signal {}
}
