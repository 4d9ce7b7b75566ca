/**
 * Who is here: {@link chat.parley.client.ClientManager} registers every connection as a {@link
 * chat.parley.client.Client}, which writes through its bounded outbox, one frame in flight. {@link
 * chat.parley.client.Reception} takes what clients say. Knows nothing of the container: the edge
 * gives each client a {@link chat.parley.client.Connection} to write through.
 */
package chat.parley.client;
