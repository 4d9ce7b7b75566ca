/**
 * What is said: {@link chat.parley.message.Message}, a sealed interface with one small record a
 * kind, and ids, addresses and names as values that cannot be bad. Knows nothing of JSON text,
 * sockets or storage; imports nothing of ours.
 */
package chat.parley.message;
