package chat.parley.chaos;

import chat.parley.blackbox.Json;
import chat.parley.blackbox.Position;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client holds of the rooms that it is in. Single-threaded. */
final class Notes {
  private static final int RECENT = 40;

  /** What it holds of one room. */
  private static final class Held {
    private Position position;
    private final List<Entry> messages = new ArrayList<>();
  }

  private final String me;
  private final Map<String, Held> rooms = new LinkedHashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, Tally> tallies = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Set<String> invited = new HashSet<>();

  Notes(String me) {
    this.me = me;
  }

  /** A connection is welcomed: what one is not in any more is forgotten. */
  void welcome(JsonObject welcome) {
    Set<String> in = new HashSet<>();
    Json.objects(welcome, "rooms").forEach(room -> in.add(room.getString("id")));
    rooms.keySet().retainAll(in);
    tallies.clear();
    Json.objects(welcome, "rooms").forEach(this::title);
    invite(welcome);
  }

  /** The invitations that are open. */
  void invite(JsonObject frame) {
    invited.clear();
    Json.objects(frame, "invitations")
        .forEach(it -> invited.add(it.getJsonObject("room").getString("id")));
  }

  private void title(JsonObject room) {
    String title = room.getString("name", room.getString("title", ""));
    titles.put(title, room.getString("id"));
  }

  void reset(JsonObject frame) {
    title(frame.getJsonObject("room"));
    Held held = new Held();
    held.position = Position.of(frame);
    rooms.put(held.position.room(), held);
    invited.remove(held.position.room());
  }

  /**
   * Takes the next entry of its room.
   *
   * @return false if it is not the next
   */
  boolean apply(Entry entry) {
    Held held = rooms.get(entry.room());
    if (held == null || entry.seq() != held.position.seq() + 1) {
      return false;
    }
    held.position = new Position(entry.room(), entry.seq(), entry.mark());
    if (entry.type().equals("message") && !entry.deleted()) {
      held.messages.add(entry);
      if (held.messages.size() > RECENT) {
        held.messages.remove(0);
      }
    } else if (entry.type().equals("delete")) {
      held.messages.removeIf(message -> message.seq() == entry.target());
    } else if (entry.type().equals("membership")) {
      belong(entry);
    }
    return true;
  }

  private void belong(Entry entry) {
    String[] change = entry.detail().split(" ");
    Set<String> there = members.computeIfAbsent(entry.room(), room -> new HashSet<>());
    if (change[0].equals("joined") || change[0].equals("invited")) {
      there.add(change[1]);
    } else if (!change[0].equals("owner")) {
      there.remove(change[1]);
    }
  }

  void leave(String room) {
    rooms.remove(room);
    tallies.remove(room);
  }

  void count(Tally tally) {
    tallies.put(tally.room(), tally);
  }

  Optional<Tally> tally(String room) {
    return Optional.ofNullable(tallies.get(room));
  }

  /** The rooms of which something is held. */
  List<String> rooms() {
    return List.copyOf(rooms.keySet());
  }

  Optional<Position> position(String room) {
    return Optional.ofNullable(rooms.get(room)).map(held -> held.position);
  }

  Position[] positions() {
    return rooms.values().stream().map(held -> held.position).toArray(Position[]::new);
  }

  /** Whether these rooms were heard up to there. */
  boolean reached(Collection<Position> ends) {
    return ends.stream()
        .allMatch(end -> position(end.room()).filter(it -> it.seq() >= end.seq()).isPresent());
  }

  /** Recent messages that are not deleted, as far as it knows. */
  List<Entry> messages(String room) {
    return rooms.containsKey(room) ? List.copyOf(rooms.get(room).messages) : List.of();
  }

  List<Entry> own(String room) {
    return messages(room).stream().filter(message -> message.sender().equals(me)).toList();
  }

  /** Those that can be replied to. */
  List<Entry> roots(String room) {
    return messages(room).stream().filter(Entry::isMessage).toList();
  }

  /** The id of the room of this name or title. */
  Optional<String> called(String title) {
    return Optional.ofNullable(titles.get(title));
  }

  Set<String> invitations() {
    return Set.copyOf(invited);
  }

  /** Whether somebody is in a room, or invited to it. */
  boolean isIn(String person, String room) {
    return members.getOrDefault(room, Set.of()).contains(person);
  }
}
