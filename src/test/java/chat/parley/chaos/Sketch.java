package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A small run as it should be, written by hand, in which tests then break one thing. Everybody who
 * is connected hears what is said in their rooms at once.
 */
final class Sketch {
  static final String TEA = "r_tea";
  static final String HIDDEN = "r_hidden";

  private final List<Event> events = new ArrayList<>();
  private final Map<String, List<Entry>> logs = new LinkedHashMap<>();
  private final Map<String, List<Row>> rows = new HashMap<>();
  private final Map<String, List<Entry>> walks = new HashMap<>();
  private final Map<String, Integer> connections = new LinkedHashMap<>();
  private final Map<String, Set<String>> rooms = new HashMap<>();
  private int refs;
  private int opened;

  /**
   * Ann, Bob and Cem in a public room; Ann's private one, where Bob was for a while; Eve, who is in
   * neither.
   */
  static Sketch good() {
    Sketch sketch = new Sketch();
    List.of("ann", "bob", "cem", "eve").forEach(sketch::open);
    List.of("ann", "bob", "cem").forEach(it -> sketch.join(it, TEA));
    sketch.say("ann", TEA, 0, "hello", Set.of()); // 4
    sketch.say("bob", TEA, 0, "hi @ann", Set.of("p_ann"));
    sketch.react("cem", TEA, 4, "👍", true);
    sketch.edit("bob", TEA, 5, "hi, @ann", Set.of("p_ann"));
    sketch.say("ann", TEA, 0, "a slip", Set.of()); // 8
    sketch.delete("ann", TEA, 8);
    sketch.say("cem", TEA, 4, "a reply", Set.of()); // 10
    sketch.create("ann", HIDDEN);
    sketch.invite("ann", HIDDEN, "bob");
    sketch.join("bob", HIDDEN);
    sketch.say("ann", HIDDEN, 0, "psst", Set.of()); // 4
    sketch.remove("ann", HIDDEN, "bob");
    sketch.say("ann", HIDDEN, 0, "alone", Set.of()); // 6
    sketch.reconnect("cem");
    sketch.page("cem", 10);
    sketch.count("ann", new Tally(TEA, 1, 0, 10, 1, 1, Map.of(4, new Tally.Thread(4, 1))));
    sketch.count("bob", new Tally(TEA, 2, 0, 10, 1, 0, Map.of()));
    sketch.count("cem", new Tally(TEA, 3, 0, 10, 2, 0, Map.of()));
    sketch.count("ann", new Tally(HIDDEN, 1, 0, 6, 0, 0, Map.of()));
    return sketch;
  }

  private void open(String client) {
    connections.put(client, ++opened);
    Set<String> in = rooms.computeIfAbsent(client, name -> new HashSet<>());
    add(client, new Happening.Opened(person(client), Set.copyOf(in)));
    add(client, new Happening.Resumed(Set.copyOf(in)));
  }

  static String person(String client) {
    return "p_" + client;
  }

  private void reconnect(String client) {
    add(client, new Happening.Ended(1006));
    open(client);
  }

  private String ref() {
    return "ref-" + ++refs;
  }

  void add(String client, Happening what) {
    events.add(new Event(events.size(), client, connections.getOrDefault(client, 0), what));
  }

  /** What is asked for becomes the next entry, which all in the room hear. */
  private void enter(String client, String room, String type, String detail, Request request) {
    add(client, new Happening.Asked(request));
    append(client, room, type, detail, request);
  }

  private void append(String client, String room, String type, String detail, Request request) {
    List<Entry> log = logs.computeIfAbsent(room, id -> new ArrayList<>());
    String text =
        request.type().equals("create") || request.text().isEmpty() ? null : request.text();
    Entry bare =
        new Entry(
            room,
            log.size() + 1,
            "",
            type,
            person(client),
            request.ref(),
            1000 + log.size(),
            request.target(),
            detail,
            text,
            false);
    String last = log.isEmpty() ? MarkChain.genesis(room) : log.get(log.size() - 1).mark();
    Entry entry = marked(bare, MarkChain.next(last, bare));
    log.add(entry);
    connections.keySet().stream()
        .filter(it -> rooms.get(it).contains(room))
        .forEach(it -> add(it, new Happening.Told(entry)));
  }

  static Entry marked(Entry it, String mark) {
    return new Entry(
        it.room(),
        it.seq(),
        mark,
        it.type(),
        it.sender(),
        it.ref(),
        it.at(),
        it.target(),
        it.detail(),
        it.text(),
        it.deleted());
  }

  /** The same with another text, or none. */
  static Entry saying(Entry it, String text) {
    return new Entry(
        it.room(),
        it.seq(),
        it.mark(),
        it.type(),
        it.sender(),
        it.ref(),
        it.at(),
        it.target(),
        it.detail(),
        text,
        text == null && it.type().equals("message"));
  }

  void join(String client, String room) {
    belong(client, room, Request.membership("join", ref(), room, person(client)));
  }

  private void create(String client, String room) {
    belong(client, room, Request.create(ref(), "hidden", person(client)));
  }

  private void belong(String client, String room, Request request) {
    List<Entry> log = logs.computeIfAbsent(room, id -> new ArrayList<>());
    int end = log.size();
    String mark = end == 0 ? MarkChain.genesis(room) : log.get(end - 1).mark();
    add(client, new Happening.Asked(request));
    add(client, new Happening.Reset(room, end, mark, end + 1));
    rooms.get(client).add(room);
    append(client, room, "membership", "joined " + person(client), request);
  }

  private void invite(String client, String room, String other) {
    enter(
        client,
        room,
        "membership",
        "invited " + person(other),
        Request.membership("invite", ref(), room, person(other)));
  }

  private void remove(String client, String room, String other) {
    enter(
        client,
        room,
        "membership",
        "removed " + person(other),
        Request.membership("remove", ref(), room, person(other)));
    rooms.get(other).remove(room);
    add(other, new Happening.Left(room));
  }

  void say(String client, String room, int thread, String text, Set<String> named) {
    enter(client, room, "message", "", Request.message(ref(), room, thread, text, named));
  }

  private void edit(String client, String room, int target, String text, Set<String> named) {
    enter(client, room, "edit", "", Request.edit(ref(), room, target, text, named));
    amend(room, target, text);
  }

  private void delete(String client, String room, int target) {
    enter(client, room, "delete", "", Request.delete(ref(), room, target));
    amend(room, target, null);
  }

  private void amend(String room, int target, String text) {
    logs.get(room).set(target - 1, saying(logs.get(room).get(target - 1), text));
  }

  private void react(String client, String room, int target, String sign, boolean on) {
    enter(
        client,
        room,
        "reaction",
        sign + (on ? " on" : " off"),
        Request.reaction(ref(), room, target, sign, on));
  }

  private void page(String client, int asOf) {
    String ref = ref();
    add(client, new Happening.Turned(ref, TEA, 0));
    List<Entry> shown = logs.get(TEA).stream().filter(Entry::isShown).toList();
    add(
        client,
        new Happening.Paged(new Page(ref, TEA, asOf, shown, Map.of("4 👍", 1), Map.of(4, 1), 0)));
  }

  void count(String client, Tally tally) {
    add(client, new Happening.Counted(tally));
  }

  /** The event of a client's that hears this entry. */
  int told(String client, String room, int seq) {
    return find(
        event ->
            event.client().equals(client)
                && event.what() instanceof Happening.Told told
                && told.entry().room().equals(room)
                && told.entry().seq() == seq);
  }

  /** The first event of a client's of this kind. */
  int first(String client, Class<? extends Happening> kind) {
    return find(event -> event.client().equals(client) && kind.isInstance(event.what()));
  }

  private int find(Predicate<Event> wanted) {
    for (int i = 0; i < events.size(); i++) {
      if (wanted.test(events.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no such event");
  }

  Event event(int index) {
    return events.get(index);
  }

  Entry entry(String room, int seq) {
    return logs.get(room).get(seq - 1);
  }

  void forget(int index) {
    events.remove(index);
  }

  void replace(int index, Happening what) {
    Event event = events.get(index);
    events.set(index, new Event(index, event.client(), event.connection(), what));
  }

  void insert(int index, String client, int connection, Happening what) {
    events.add(index, new Event(index, client, connection, what));
  }

  void swap(int one, int other) {
    Event event = events.get(one);
    events.set(one, events.get(other));
    events.set(other, event);
  }

  /** Changes the log as it is at the end, and nothing of what was heard. */
  void relog(String room, UnaryOperator<List<Entry>> change) {
    logs.put(room, new ArrayList<>(change.apply(List.copyOf(logs.get(room)))));
  }

  /** The database holds this instead of what is told. */
  void store(String room, UnaryOperator<List<Row>> change) {
    rows.put(room, change.apply(rows(room)));
  }

  /** Pages show this instead of what is told. */
  void show(String room, UnaryOperator<List<Entry>> change) {
    walks.put(room, change.apply(walk(room)));
  }

  private List<Row> rows(String room) {
    return rows.getOrDefault(room, logs.get(room).stream().map(Sketch::row).toList());
  }

  private static Row row(Entry entry) {
    return new Row(
        entry.seq(),
        entry.mark(),
        entry.type().toUpperCase(Locale.ROOT),
        entry.sender(),
        entry.ref(),
        entry.type().equals("message") ? entry.text() : null);
  }

  private List<Entry> walk(String room) {
    return walks.getOrDefault(room, logs.get(room).stream().filter(Entry::isShown).toList());
  }

  Evidence evidence() {
    Map<String, RoomLog> all = new HashMap<>();
    logs.forEach(
        (id, log) ->
            all.put(
                id,
                new RoomLog(
                    id,
                    id.equals(TEA) ? RoomLog.Kind.PUBLIC : RoomLog.Kind.PRIVATE,
                    Set.of(),
                    log,
                    walk(id),
                    rows(id))));
    List<Event> numbered = new ArrayList<>();
    for (Event event : events) {
      numbered.add(new Event(numbered.size(), event.client(), event.connection(), event.what()));
    }
    return new Evidence(numbered, all);
  }
}
