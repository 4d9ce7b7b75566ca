/**
 * The edge: where the container's WebSocket and HTTP requests become Parley's words. {@link
 * chat.parley.endpoint.Door} lets connections in and says who they are, {@link
 * chat.parley.endpoint.ChatEndpoint} registers them and hands on what they say, and {@link
 * chat.parley.endpoint.Parley} puts the parts together and starts and stops them. Nobody imports
 * this package.
 */
package chat.parley.endpoint;
