package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.time.Instant;

/**
 * A message that names somebody.
 *
 * @param thread the message it replies to; null if it is no reply
 */
public record Mention(RoomId room, long seq, Long thread, PersonId sender, Instant at) {}
