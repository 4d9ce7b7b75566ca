package chat.parley.chaos;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run was, in numbers. */
final class Figures {
  private final List<Event> events;

  Figures(List<Event> events) {
    this.events = events;
  }

  private long count(Class<? extends Happening> kind) {
    return events.stream().filter(event -> kind.isInstance(event.what())).count();
  }

  private int requests() {
    Set<String> refs = new HashSet<>();
    events.forEach(
        event -> {
          if (event.what() instanceof Happening.Asked asked) {
            refs.add(asked.request().ref());
          }
        });
    return refs.size();
  }

  private Map<String, Integer> refusals() {
    Map<String, Integer> refusals = new TreeMap<>();
    events.forEach(
        event -> {
          if (event.what() instanceof Happening.Refused refused) {
            refusals.merge(refused.code(), 1, Integer::sum);
          }
        });
    return refusals;
  }

  private Map<String, Integer> faults() {
    Map<String, Integer> faults = new TreeMap<>();
    events.forEach(
        event -> {
          if (event.what() instanceof Happening.Fault fault) {
            faults.merge(fault.what(), 1, Integer::sum);
          }
        });
    return faults;
  }

  /** A few lines. */
  String text(int acks) {
    return """
          %d requests in %d sends, %d acknowledged, %d without an answer in time
          refused: %s
          %d entries heard, %d pages, %d counts of what is unread, %d connections
          faults: %s"""
        .formatted(
            requests(),
            count(Happening.Asked.class),
            acks,
            count(Happening.TimedOut.class),
            refusals(),
            count(Happening.Told.class),
            count(Happening.Paged.class),
            count(Happening.Counted.class),
            count(Happening.Opened.class),
            faults());
  }
}
