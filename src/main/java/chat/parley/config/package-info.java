/**
 * What an administrator may set: one immutable record, read and checked once at start. Imports
 * nothing of ours.
 */
package chat.parley.config;
