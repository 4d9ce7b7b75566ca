package chat.parley.message;

import java.util.Locale;

/** What happened to somebody's place in a room. */
public enum Membership {
  /** They are in it now. */
  JOINED,
  /** They left it. */
  LEFT,
  /** They may join it. */
  INVITED,
  /** They turned the invitation down. */
  DECLINED,
  /** They were taken out of it, or their invitation was taken back. */
  REMOVED,
  /** They own it now. */
  OWNER;

  /** The change as it stands in a frame. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The change that this text is in a frame. */
  public static Membership of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
