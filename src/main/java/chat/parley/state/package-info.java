/**
 * What is one person's own: how far they have read each room, and what is unread. It is kept in
 * memory, stored with the entries' commits, and told to all connections of the person.
 */
package chat.parley.state;
