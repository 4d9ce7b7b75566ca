package chat.parley.state;

import chat.parley.message.NoteKey;

/**
 * What a person's client keeps for all of their devices.
 *
 * @param value null if it is gone
 */
record Note(NoteKey key, String value) {}
