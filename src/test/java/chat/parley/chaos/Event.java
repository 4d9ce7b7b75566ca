package chat.parley.chaos;

/**
 * One thing that happened in a run. What a client asks for is recorded before it is sent, what it
 * hears after it came: so of two events the server may have known of the later one's cause only if
 * the index says so.
 *
 * @param index its place in the order in which they were recorded, from 0
 * @param client whose it is
 * @param connection on which connection of this run; 0 if it is about none
 */
record Event(int index, String client, int connection, Happening what) {}
