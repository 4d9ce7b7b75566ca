package chat.parley.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whatever anybody heard under a seq is what the log holds there at the end. */
final class OneOrder implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    Map<Entry, String> heard = new LinkedHashMap<>();
    evidence.each(
        Happening.Told.class,
        (event, told) -> heard.putIfAbsent(told.entry().identity(), event.client()));
    evidence.each(
        Happening.Paged.class,
        (event, paged) ->
            paged
                .page()
                .entries()
                .forEach(entry -> heard.putIfAbsent(entry.identity(), event.client())));
    List<String> violations = new ArrayList<>();
    heard.forEach((entry, client) -> compare(evidence, entry, client, violations));
    return violations;
  }

  private static void compare(
      Evidence evidence, Entry entry, String client, List<String> violations) {
    evidence
        .room(entry.room())
        .at(entry.seq())
        .map(Entry::identity)
        .ifPresentOrElse(
            logged -> {
              if (!logged.equals(entry)) {
                violations.add(client + " heard " + entry + ", but the log has " + logged + ".");
              }
            },
            () -> violations.add(client + " heard " + entry + ", which is lost."));
  }
}
