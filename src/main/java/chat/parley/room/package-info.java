/**
 * A room: who is in it, who hears it now, and the pass that takes what was committed and hands it
 * to all of them. Knows connections only as {@link chat.parley.room.Member} and people's names only
 * through {@link chat.parley.room.Directory}.
 */
package chat.parley.room;
