/**
 * JSON text to {@link chat.parley.message.Message} and back, and the frames that carry it. All of
 * {@code docs/protocol.md} that is about form is here; what a message does is elsewhere.
 */
package chat.parley.wire;
