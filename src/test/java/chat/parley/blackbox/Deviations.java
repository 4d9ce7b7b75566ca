package chat.parley.blackbox;

import java.util.Map;

/**
 * What a host does with forbidden frames where it doesn't close with 1002. A deviation is as
 * binding as the rule: a host that stops deviating fails the suite, so that this list stays true.
 *
 * @param outcomes by violation, only those that differ from {@link Outcome#PROTOCOL_ERROR}
 */
public record Deviations(Map<Violation, Outcome> outcomes) {
  /** Every forbidden frame is answered by 1002. */
  public static final Deviations NONE = new Deviations(Map.of());

  /** What this violation leads to. */
  Outcome of(Violation violation) {
    return outcomes.getOrDefault(violation, Outcome.PROTOCOL_ERROR);
  }
}
