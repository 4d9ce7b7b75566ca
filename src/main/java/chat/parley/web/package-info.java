/**
 * The HTTP side: the static client, {@code me}, {@code health}, and what each request is judged by:
 * where it comes from, through which proxies, and who sends it. Knows nothing of sockets and rooms.
 * Imports message, people and config.
 */
package chat.parley.web;
