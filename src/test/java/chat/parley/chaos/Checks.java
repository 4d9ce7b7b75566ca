package chat.parley.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is promised. */
final class Checks {
  private static final List<Check> ALL =
      List.of(
          new AcknowledgedOnce(),
          new OneOrder(),
          new MarkChain(),
          new NoGap(),
          new ResetsJustified(),
          new ReachedEveryone(),
          new SameEverywhere(),
          new NothingInvented(),
          new SendersOrder(),
          new OneEntryARef(),
          new RefReused(),
          new MembersOnly(),
          new PresentText(),
          new GhostText(),
          new PagesTrue(),
          new UnreadRight(),
          new MarksForward());

  private Checks() {}

  /** The sentences of those that were broken, by name of the check. */
  static Map<String, List<String>> broken(Evidence evidence) {
    Map<String, List<String>> broken = new LinkedHashMap<>();
    for (Check check : ALL) {
      List<String> violations = check.violations(evidence);
      if (!violations.isEmpty()) {
        broken.put(check.getClass().getSimpleName(), violations);
      }
    }
    return broken;
  }

  static int count() {
    return ALL.size();
  }
}
