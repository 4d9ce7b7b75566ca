package chat.parley.blackbox;

import java.util.Map;

/**
 * What a host does otherwise than the rest with frames that nobody should send. A deviation is as
 * binding as the rule: a host that stops deviating fails the suite, so that this list stays true.
 *
 * @param outcomes by violation, only those that differ from {@link Outcome#PROTOCOL_ERROR}
 * @param hugeFrame how it closes when a frame of 5 MB comes, far over the limit
 * @param swallowed messages of 32 kB that the kernel and the container take for a client that reads
 *     nothing; only beyond them can the server see that it stalls
 */
public record Deviations(Map<Violation, Outcome> outcomes, Outcome hugeFrame, int swallowed) {
  /** Every forbidden frame is answered by 1002, a huge one by 1009. */
  public static final Deviations NONE = new Deviations(Map.of(), Outcome.TOO_BIG, 160);

  /** What this violation leads to. */
  Outcome of(Violation violation) {
    return outcomes.getOrDefault(violation, Outcome.PROTOCOL_ERROR);
  }
}
