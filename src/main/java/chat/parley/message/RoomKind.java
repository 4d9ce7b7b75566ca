package chat.parley.message;

import java.util.Locale;

/** What sort of room it is, which says who may enter. */
public enum RoomKind {
  /** Has a name; whoever likes reads it, and enters. */
  PUBLIC,
  /** Has a title and no name; who is not invited doesn't know of it. */
  PRIVATE,
  /** A conversation of two, or of one with themselves; has no name and never another member. */
  DIRECT,
  /** A conversation of three or more; has no name and never another member. */
  GROUP;

  /** Whether who is in it never changes. */
  public boolean isFixed() {
    return this == DIRECT || this == GROUP;
  }

  /** The kind as it stands in a frame. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that this text is in a frame. */
  public static RoomKind of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
