/**
 * The benchmark: an open-loop fan-out load on a server in its own process, and what that costs the
 * server. It speaks to it over the wire alone, shares no code with it and stays out of the WAR.
 */
package chat.parley.bench;
