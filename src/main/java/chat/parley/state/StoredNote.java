package chat.parley.state;

/**
 * A note as the database keeps it.
 *
 * @param version of all notes of all people, a later change has a higher one
 */
record StoredNote(Note note, long version) {}
