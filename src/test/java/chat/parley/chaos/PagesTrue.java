package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A page has no hole, and its texts, reactions and numbers of replies are as they were after the
 * entry that it is as of.
 */
final class PagesTrue implements Check {
  @Override
  public List<String> violations(Evidence evidence) {
    Map<String, Integer> threads = new HashMap<>();
    evidence.each(
        Happening.Turned.class,
        (event, turn) -> threads.put(event.connection() + " " + turn.ref(), turn.thread()));
    Map<String, Texts> texts = new HashMap<>();
    evidence.rooms().forEach((id, room) -> texts.put(id, new Texts(evidence, room)));
    List<String> violations = new ArrayList<>();
    evidence.each(
        Happening.Paged.class,
        (event, paged) -> {
          Page page = paged.page();
          RoomLog room = evidence.room(page.room());
          if (texts.containsKey(room.id()) && !page.entries().isEmpty()) {
            int thread = threads.getOrDefault(event.connection() + " " + page.ref(), 0);
            new Judge(event.client(), page, thread, room, texts.get(room.id()), violations).judge();
          }
        });
    return violations;
  }

  private static final class Judge {
    private final String client;
    private final Page page;
    private final int thread;
    private final RoomLog room;
    private final Texts texts;
    private final List<String> violations;

    Judge(
        String client, Page page, int thread, RoomLog room, Texts texts, List<String> violations) {
      this.client = client;
      this.page = page;
      this.thread = thread;
      this.room = room;
      this.texts = texts;
      this.violations = violations;
    }

    void judge() {
      List<Integer> seqs = page.entries().stream().map(Entry::seq).toList();
      int first = seqs.get(0);
      int last = seqs.get(seqs.size() - 1);
      expect(
          "the entries",
          room.entries().stream()
              .filter(it -> it.seq() >= first && it.seq() <= last && isOfIt(it))
              .map(Entry::seq)
              .toList(),
          seqs);
      page.entries().forEach(this::text);
      expect("the reactions", reactions(new HashSet<>(seqs)), page.reactions());
      if (thread == 0) {
        Map<Integer, Integer> told = new HashMap<>(page.replies());
        told.values().removeIf(count -> count == 0);
        expect("the numbers of replies", replies(new HashSet<>(seqs)), told);
      }
    }

    private boolean isOfIt(Entry entry) {
      return thread == 0
          ? entry.isShown()
          : entry.seq() == thread || entry.isReply() && entry.target() == thread;
    }

    private void text(Entry entry) {
      if (entry.type().equals("message")) {
        String expected = texts.at(entry.seq(), page.asOf()).map(Texts.Version::text).orElse(null);
        expect("the text of " + entry.seq(), expected, entry.text());
      }
    }

    private Map<String, Integer> reactions(Set<Integer> shown) {
      Set<String> set = new HashSet<>();
      for (Entry entry : room.entries()) {
        if (entry.type().equals("reaction")
            && entry.seq() <= page.asOf()
            && shown.contains(entry.target())
            && !texts.isGone(entry.target(), page.asOf())) {
          String emoji = entry.detail().substring(0, entry.detail().lastIndexOf(' '));
          String key = entry.target() + " " + emoji + "\n" + entry.sender();
          if (entry.detail().endsWith(" on")) {
            set.add(key);
          } else {
            set.remove(key);
          }
        }
      }
      Map<String, Integer> counts = new HashMap<>();
      set.forEach(key -> counts.merge(key.substring(0, key.indexOf('\n')), 1, Integer::sum));
      return counts;
    }

    private Map<Integer, Integer> replies(Set<Integer> shown) {
      Map<Integer, Integer> counts = new HashMap<>();
      room.entries().stream()
          .filter(it -> it.isReply() && it.seq() <= page.asOf() && shown.contains(it.target()))
          .filter(it -> !texts.isGone(it.seq(), page.asOf()))
          .forEach(it -> counts.merge(it.target(), 1, Integer::sum));
      return counts;
    }

    private void expect(String what, Object expected, Object told) {
      if (!Objects.equals(expected, told)) {
        violations.add(
            "%s was told by a page of %s as of %d: %s are %s, not %s."
                .formatted(client, room.id(), page.asOf(), what, told, expected));
      }
    }
  }
}
