package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people are told is unread is what a recount finds, as of the entry that they were told it
 * of. All that they were told last is recounted, and of the rest so much that it takes seconds.
 */
final class UnreadRight implements Check {
  private static final int SAMPLES = 3000;

  private record Told(String client, String person, Tally tally, boolean last) {}

  @Override
  public List<String> violations(Evidence evidence) {
    List<Told> told = told(evidence);
    Map<String, Recount> recounts =
        evidence.rooms().values().stream()
            .collect(Collectors.toMap(RoomLog::id, room -> new Recount(evidence, room)));
    Map<String, Integer> threadReads = threadReads(evidence);
    List<String> violations = new ArrayList<>();
    int step = 1 + told.size() / SAMPLES;
    for (int i = 0; i < told.size(); i++) {
      Recount recount = recounts.get(told.get(i).tally().room());
      if (recount != null && (i % step == 0 || told.get(i).last())) {
        new Judge(told.get(i), recount, threadReads, violations).judge();
      }
    }
    untold(evidence, told, violations);
    return violations;
  }

  private static List<Told> told(Evidence evidence) {
    Map<String, Integer> last = new HashMap<>();
    evidence.each(
        Happening.Counted.class,
        (event, it) -> last.put(event.client() + " " + it.tally().room(), event.index()));
    List<Told> told = new ArrayList<>();
    evidence.each(
        Happening.Counted.class,
        (event, it) ->
            told.add(
                new Told(
                    event.client(),
                    evidence.person(event.client()),
                    it.tally(),
                    last.get(event.client() + " " + it.tally().room()) == event.index())));
    return told;
  }

  /** The furthest that each person ever said to have read each thread. */
  private static Map<String, Integer> threadReads(Evidence evidence) {
    Map<String, Integer> reads = new HashMap<>();
    evidence.each(
        Happening.Marked.class,
        (event, it) ->
            reads.merge(
                key(evidence.person(event.client()), it.room(), it.thread()), it.seq(), Math::max));
    return reads;
  }

  private static String key(String person, String room, int thread) {
    return person + " " + room + " " + thread;
  }

  /** At the end everyone has been told of each room that they are in, to its end. */
  private static void untold(Evidence evidence, List<Told> told, List<String> violations) {
    Map<String, Integer> asOf = new LinkedHashMap<>();
    told.forEach(it -> asOf.put(it.client() + " " + it.tally().room(), it.tally().asOf()));
    evidence
        .people()
        .forEach(
            (client, person) ->
                evidence.rooms().values().stream()
                    .filter(room -> room.end() > 0 && room.present(person).isPresent())
                    .filter(room -> asOf.getOrDefault(client + " " + room.id(), -1) != room.end())
                    .forEach(
                        room ->
                            violations.add(
                                "%s was not told at the end what is unread in %s."
                                    .formatted(client, room.id()))));
  }

  /** What one person was told of one room. */
  private static final class Judge {
    private final Told told;
    private final Tally tally;
    private final Recount recount;
    private final Map<String, Integer> threadReads;
    private final List<String> violations;

    Judge(Told told, Recount recount, Map<String, Integer> threadReads, List<String> violations) {
      this.told = told;
      this.tally = told.tally();
      this.recount = recount;
      this.threadReads = threadReads;
      this.violations = violations;
    }

    void judge() {
      String person = told.person();
      compare("unread", tally.unread(), recount.unread(person, tally.seq(), tally.asOf()));
      compare("mentions", tally.mentions(), recount.mentions(person, tally.seq(), tally.asOf()));
      Map<Integer, Integer> follows = recount.follows(person, tally.asOf());
      int came = recount.came(person, tally.asOf());
      follows.forEach((root, since) -> thread(root, Math.max(since, came)));
      tally.threads().keySet().stream()
          .filter(root -> !follows.containsKey(root))
          .forEach(root -> violate("thread " + root + ", which they don't follow"));
    }

    /** What is not told of is read: up to where is known only as far as they said so. */
    private void thread(int root, int since) {
      Optional<Tally.Thread> thread = Optional.ofNullable(tally.threads().get(root));
      int read = threadReads.getOrDefault(key(told.person(), tally.room(), root), 0);
      int after = Math.max(since, thread.map(Tally.Thread::seq).orElse(read));
      compare(
          "in thread " + root,
          thread.map(Tally.Thread::unread).orElse(0),
          recount.replies(told.person(), root, after, tally.asOf()));
    }

    private void compare(String what, int said, int counted) {
      if (said != counted) {
        violate("%d %s, where a recount finds %d".formatted(said, what, counted));
      }
    }

    private void violate(String what) {
      violations.add(
          "%s was told of %s as of %d, read up to %d: %s."
              .formatted(told.client(), tally.room(), tally.asOf(), tally.seq(), what));
    }
  }
}
