package chat.parley.room;

import chat.parley.message.PersonId;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;

/** A connection, as a room sees it. Thread-safe; nothing here blocks. */
public interface Member {
  /** Whose connection it is. */
  PersonId person();

  /** What it understands. */
  Format format();

  /** Hands over a frame in the member's format. A member that can't take it ends by itself. */
  void hear(Frame frame);

  /** Its entering of a room has been answered, and from here on it hears the room. */
  void entered(Room room);
}
