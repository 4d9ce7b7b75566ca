package chat.parley.web;

import java.util.Optional;

/**
 * A part of the server that messages can't do without: a bean of this type is asked by {@code
 * health/ready}. Thread-safe, and quick.
 */
public interface Readiness {
  /** Why it takes no messages now, one sentence; empty if it does. */
  Optional<String> trouble();
}
