package chat.parley.endpoint;

/**
 * Makes visitors of connections that did not come through the door, as on a server without
 * servlets. Thread-safe.
 */
@FunctionalInterface
interface Strangers {
  /** A fresh guest from nowhere. */
  Visitor visitor();
}
