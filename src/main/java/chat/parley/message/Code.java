package chat.parley.message;

import java.util.Locale;

/**
 * Why a frame was refused: the closed list of {@code docs/protocol.md}, which says for each whether
 * to try again.
 */
public enum Code {
  MALFORMED,
  BAD_REF,
  BAD_NAME,
  BAD_EMOJI,
  EMPTY,
  TOO_LONG,
  NO_SUCH_ROOM,
  NO_SUCH_PERSON,
  NO_SUCH_MESSAGE,
  NOT_JOINED,
  NOT_MEMBER,
  ALREADY_IN,
  NOT_YOURS,
  NOT_OWNER,
  OWNER,
  ARCHIVED,
  FIXED,
  NAME_TAKEN,
  TOO_MANY_ROOMS,
  TOO_MANY_PEOPLE,
  TOO_MANY_NOTES,
  LOBBY,
  REF_REUSED,
  SLOW_DOWN,
  BUSY,
  STORAGE_FULL,
  NOT_RESUMED,
  FAILED;

  /** Whether it is the server that could not, for no fault of the sender's. */
  public boolean isServersOwn() {
    return this == BUSY || this == STORAGE_FULL || this == FAILED;
  }

  /** The code as it stands in a frame. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The code that this text is in a frame. */
  public static Code of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
