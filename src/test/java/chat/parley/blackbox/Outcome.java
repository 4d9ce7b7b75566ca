package chat.parley.blackbox;

import java.util.Set;

/**
 * What a host does with a frame that nobody should send, on a connection where nothing else
 * happens.
 */
public enum Outcome {
  /** It closes with 1002, as RFC 6455 demands. */
  PROTOCOL_ERROR(Set.of(1002)),
  /** It closes with 1011, as if the fault were its own. */
  INTERNAL_ERROR(Set.of(1011)),
  /** It closes with 1009, or cuts the connection while the frame is still coming. */
  TOO_BIG(Set.of(1009, 1006)),
  /** It takes the frame for a good one, or overlooks it; the connection goes on. */
  ACCEPTED(Set.of());

  private final Set<Integer> codes;

  Outcome(Set<Integer> codes) {
    this.codes = codes;
  }

  /** The close codes that a client may see; none if the connection stays open. */
  Set<Integer> codes() {
    return codes;
  }
}
