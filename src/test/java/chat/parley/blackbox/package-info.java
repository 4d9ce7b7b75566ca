/**
 * One suite for every host: it knows base URLs and {@code docs/protocol.md}, and nothing of the
 * code.
 *
 * <p>{@link chat.parley.blackbox.BlackBox} is the suite: an interface of default test methods,
 * which it takes from one {@code …Rules} interface a subject. A host is a class of a few lines:
 *
 * <pre>{@code
 * class TomcatIT implements BlackBox {
 *   public URI withLimits() { return …; } // the WAR with its default configuration
 *   public URI open() { return …; } // the same with parley.limit.{rate,refusals,connections} = 0
 *   public Deviations deviations() { return Deviations.NONE; } // Payara.DEVIATIONS on Payara
 * }
 * }</pre>
 *
 * <p>Both addresses end with a slash and stay up while the class runs. The tests run one after the
 * other; each uses names and rooms of its own, so that runs can follow each other on one server.
 * What is known and accepted to differ on a host is data ({@link chat.parley.blackbox.Deviations}),
 * never a skipped test.
 *
 * <p>The tests talk through {@code Wire}, a WebSocket on a bare socket that reads only when it is
 * asked, {@code PlainClient} and {@code ParleyClient} above it. Each {@code ParleyClient} checks by
 * itself ({@code Rooms}) that frames have their documented shape, that no seq is missing or
 * repeated, and that names come before ids. Nothing sleeps: everything waits for a condition up to
 * a deadline.
 */
package chat.parley.blackbox;
