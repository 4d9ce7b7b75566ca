/**
 * Who talks here: persons whom the container knows, and guests who only chose a name. Keeps ids,
 * names and who owned a name, in memory and in the database; knows nothing of requests, cookies'
 * attributes or connections. Imports message, log and config.
 */
package chat.parley.people;
