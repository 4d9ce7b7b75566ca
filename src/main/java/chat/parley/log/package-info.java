/**
 * The rooms' ordered log: {@link chat.parley.log.Committer} takes what waits in all rooms and gives
 * it, as one transaction, to a {@link chat.parley.log.Store}, which numbers it and keeps it. Who
 * may write is asked of the room; who hears of it is the room's business.
 */
package chat.parley.log;
