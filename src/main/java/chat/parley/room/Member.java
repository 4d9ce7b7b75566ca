package chat.parley.room;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
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

  /**
   * There is more to say before it can hear the room: it is to enter again from this position, once
   * what was said is sent.
   */
  void more(Room room, Position from);

  /** Its entering of a room has been answered, and from here on it hears the room. */
  void entered(Room room);

  /** Whether it is to hear this room, which its person has come into. */
  boolean hears(Room room);

  /** Its entering can't be answered: it has to come back. */
  void lost();
}
