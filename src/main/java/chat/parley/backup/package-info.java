/**
 * What {@code java -jar parley.war backup} and {@code restore} do, in a process of their own
 * without a container. The launcher calls it in a class loader of the application.
 */
package chat.parley.backup;
