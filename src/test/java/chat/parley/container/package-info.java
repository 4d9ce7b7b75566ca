/**
 * The built WAR in the containers that it is made for: the rules of {@code chat.parley.blackbox}
 * for each, and what only a container can do. A class is named by its host, which decides when the
 * build runs it.
 */
package chat.parley.container;
