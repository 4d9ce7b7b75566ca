/**
 * What makes one WAR run in every container: it starts what the container does not bring. Only the
 * container calls it, and it imports nothing of ours.
 */
package chat.parley.boot;
