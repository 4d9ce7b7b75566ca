package chat.parley.blackbox;

/**
 * One frame from the server.
 *
 * @param last whether it ends its message
 * @param opcode what it is, one of the constants of {@link Frames}
 * @param payload what it carries
 */
record Frame(boolean last, int opcode, byte[] payload) {}
