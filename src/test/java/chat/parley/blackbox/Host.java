package chat.parley.blackbox;

import java.net.URI;

/**
 * A running Parley as the suite knows it: two addresses, and where its container goes its own way.
 */
public interface Host {
  /** The page of a deployment with the default configuration; ends with a slash. */
  URI withLimits();

  /**
   * The page of a deployment of the same WAR whose {@code parley.limit.rate}, {@code
   * parley.limit.refusals} and {@code parley.limit.connections} are 0; ends with a slash.
   */
  URI open();

  /** What this host does otherwise than the others, known and accepted. */
  default Deviations deviations() {
    return Deviations.NONE;
  }
}
