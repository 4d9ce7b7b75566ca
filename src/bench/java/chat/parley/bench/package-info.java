/**
 * The benchmark: loads on a server in its own process, and what they cost it. It speaks to it over
 * the wire, and stays out of the WAR. It shares no code with it but for one figure: how long the
 * server counts what is unread is measured by the server's own class ({@code HistoryPart}).
 */
package chat.parley.bench;
