/**
 * A checker in the manner of Jepsen: seeded clients use a real server while a seeded {@link
 * chat.parley.chaos.Nemesis} kills and stops it, its database and its connections; then pure
 * functions judge what happened.
 *
 * <p>It reads in this order. {@link chat.parley.chaos.Event}: what is recorded of a run, an
 * immutable history. {@link chat.parley.chaos.Check}: one promise, a function from the {@link
 * chat.parley.chaos.Evidence} to the sentences that say where it was broken; {@link
 * chat.parley.chaos.Checks} lists them all. {@link chat.parley.chaos.Talker}: a client. {@link
 * chat.parley.chaos.Proxy}: what lies between clients and server. {@link chat.parley.chaos.Chaos}:
 * one run.
 *
 * <p>The checks know {@code docs/protocol.md} and nothing of the server's code. They are tested
 * with histories that are broken in one thing each, which they must reject.
 */
package chat.parley.chaos;
