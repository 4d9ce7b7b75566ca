/** Threads that don't keep the process alive, and can be waited for to the end. */
package chat.parley.thread;
