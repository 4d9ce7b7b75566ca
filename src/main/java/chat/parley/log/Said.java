package chat.parley.log;

import chat.parley.message.PersonId;

/**
 * What is to be known of a message before something is done with it.
 *
 * @param seq its number
 * @param author who said it
 * @param thread the message it replies to; null if it is no reply
 * @param deleted whether it is gone
 */
public record Said(long seq, PersonId author, Long thread, boolean deleted) {}
