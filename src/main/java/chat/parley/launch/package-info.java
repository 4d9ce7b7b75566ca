/**
 * Parley by itself: {@code java -jar parley.war} starts an embedded Tomcat on the very file. These
 * classes lie in the root of the WAR, in no container's reach, and import nothing of ours; the
 * server's jars lie in {@code WEB-INF/lib-embed}.
 */
package chat.parley.launch;
