package chat.parley.wire;

/** The two languages of the wire, chosen in the handshake. */
public enum Format {
  /** The subprotocol {@code parley.v1}: typed objects; a frame may carry several as an array. */
  PARLEY,
  /** No subprotocol: the tutorial's messages, one object a frame. */
  PLAIN;

  /** The subprotocol that stands for {@link #PARLEY}. */
  public static final String SUBPROTOCOL = "parley.v1";

  /** The format of a connection on which this subprotocol was agreed; empty or null is none. */
  public static Format of(String subprotocol) {
    return SUBPROTOCOL.equals(subprotocol) ? PARLEY : PLAIN;
  }
}
