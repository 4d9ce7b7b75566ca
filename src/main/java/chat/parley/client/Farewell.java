package chat.parley.client;

/**
 * Why a connection is closed: the closed list of {@code docs/protocol.md}, which says for each when
 * to come back.
 */
public enum Farewell {
  GOING_AWAY(1001, "The server stops. Come back in a moment."),
  UNSUPPORTED(1003, "Binary frames are not part of the protocol."),
  TOO_BIG(1009, "A frame was larger than the limit."),
  CROWDED(1013, "Too many connections from your address. Come back later."),
  OVERFLOW(4000, "You read slower than was written to you. Come back and resume."),
  STALLED(4001, "A frame could not be sent to you. Come back and resume."),
  SILENT(4002, "Nothing was heard from you. Come back and resume."),
  FAILED(4003, "The server could not go on with this connection. Come back and resume."),
  SIGNED_OUT(4004, "You have signed out."),
  ABUSE(4008, "Too many refused frames. Come back in 60 seconds.");

  private final int code;
  private final String text;

  Farewell(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /** The WebSocket close code. */
  public int code() {
    return code;
  }

  /** A sentence of at most 123 bytes. */
  public String text() {
    return text;
  }
}
