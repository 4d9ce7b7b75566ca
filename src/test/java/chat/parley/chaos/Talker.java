package chat.parley.chaos;

import chat.parley.blackbox.Ask;
import chat.parley.blackbox.Deadline;
import chat.parley.blackbox.Guest;
import chat.parley.blackbox.Json;
import chat.parley.blackbox.Position;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A proper client of {@code parley.v1}: it holds a position a room and resumes with it, asks again
 * when it sees a gap, sends again under the same ref what was not answered, and gives up a
 * connection that is silent. It records all that it asks for before it is sent, and all that it
 * hears. Single-threaded.
 */
final class Talker {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration REST = Duration.ofSeconds(90);
  private static final Set<String> FOR_NOW =
      Set.of("busy", "slow_down", "storage_full", "failed", "not_resumed");

  /** A request that is not answered. */
  private static final class Pending {
    private final Request request;
    private long due;
    private int sends;

    Pending(Request request) {
      this.request = request;
    }
  }

  private final String name;
  private final Guest guest;
  private final URI url;
  private final Recorder recorder;
  private final Duration patience;
  private final Notes notes;
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private final List<Request> stored = new ArrayList<>();
  private Optional<Line> line = Optional.empty();
  private int connection;

  /**
   * @param patience after which silence it gives a connection up
   */
  Talker(String name, Guest guest, URI url, Recorder recorder, Duration patience) {
    this.name = name;
    this.guest = guest;
    this.url = url;
    this.recorder = recorder;
    this.patience = patience;
    this.notes = new Notes(guest.id());
  }

  String name() {
    return name;
  }

  Guest guest() {
    return guest;
  }

  Notes notes() {
    return notes;
  }

  /**
   * The latest requests of which it knows that they are stored, and to which no more answers come;
   * who repeats one takes it out.
   */
  List<Request> stored() {
    return stored;
  }

  /** How many requests are not answered. */
  int waiting() {
    return pending.size();
  }

  boolean isWaitingToJoin(String room) {
    return pending.values().stream()
        .anyMatch(it -> it.request.type().equals("join") && it.request.room().equals(room));
  }

  /** Asks for something until it is answered. */
  void ask(Request request) {
    pending.put(request.ref(), new Pending(request));
    send(request);
  }

  /** Asks once more for something that is stored, or for something else under its ref. */
  void repeat(Request request) {
    record(new Happening.Asked(request));
    send(request.frame());
  }

  private void send(Request request) {
    Pending waiting = pending.get(request.ref());
    waiting.due = System.nanoTime() + ANSWER.toNanos();
    waiting.sends++;
    record(new Happening.Asked(request));
    send(request.frame());
  }

  /** Asks for a page. */
  void turn(String ref, String room, int thread, String frame) {
    record(new Happening.Turned(ref, room, thread));
    send(frame);
  }

  /** Says how far a room was read. */
  void mark(Happening.Marked marked, String frame) {
    record(marked);
    send(frame);
  }

  /** Asks for what it missed after these positions. */
  void resume(Position... positions) {
    Set<String> rooms = new HashSet<>();
    for (Position position : positions) {
      rooms.add(position.room());
    }
    record(new Happening.Resumed(rooms));
    send(Ask.resume(positions));
  }

  private void send(String frame) {
    line.ifPresent(it -> it.send(frame));
  }

  private void record(Happening what) {
    recorder.record(name, connection, what);
  }

  /** Cuts the connection, without a word. */
  void drop() {
    line.ifPresent(Line::cut);
    over();
  }

  /**
   * Connects if it isn't, else listens for a while and sees to what is overdue.
   *
   * @return false if the server could not be reached
   */
  boolean step(Duration time) {
    if (line.isEmpty()) {
      return connect();
    }
    Deadline deadline = Deadline.in(time);
    do {
      line.get().next(deadline).ifPresent(this::hear);
    } while (!deadline.passed() && !line.get().isOver());
    if (line.get().silence().compareTo(patience) > 0) {
      line.get().cut();
    }
    if (line.get().isOver()) {
      over();
    } else {
      tend(line.get());
    }
    return true;
  }

  private void over() {
    line.ifPresent(it -> record(new Happening.Ended(0)));
    line.ifPresent(Line::cut);
    line = Optional.empty();
  }

  private void tend(Line open) {
    if (open.isQuietFor(patience.dividedBy(3))) {
      open.send(Ask.PING);
    }
    long now = System.nanoTime();
    for (Pending overdue : List.copyOf(pending.values())) {
      if (now - overdue.due > 0) {
        record(new Happening.TimedOut(overdue.request.ref()));
        send(overdue.request);
      }
    }
  }

  private boolean connect() {
    Optional<Line> opened = Line.open(url, guest);
    Optional<JsonObject> welcome = opened.flatMap(Line::welcome);
    if (welcome.isEmpty()) {
      opened.ifPresent(Line::cut);
      return false;
    }
    line = opened;
    connection = recorder.connection();
    welcome(welcome.get());
    return true;
  }

  private void welcome(JsonObject welcome) {
    String person = welcome.getJsonObject("person").getString("id");
    if (!person.equals(guest.id())) {
      throw new AssertionError(name + " was " + guest.id() + " and is welcomed as " + person);
    }
    Set<String> rooms = new HashSet<>();
    Json.objects(welcome, "rooms").forEach(room -> rooms.add(room.getString("id")));
    record(new Happening.Opened(person, rooms));
    notes.welcome(welcome);
    resume(notes.positions());
    List.copyOf(pending.values()).forEach(it -> send(it.request));
  }

  private void hear(JsonObject frame) {
    String type = frame.getString("type");
    switch (type) {
      case "message", "edit", "delete", "reaction", "pin", "settings", "membership" ->
          hear(Entry.of(frame));
      case "reset" -> reset(frame);
      case "stored" -> {
        String ref = frame.getString("ref");
        record(new Happening.Stored(ref, frame.getString("recipient"), frame.getInt("seq")));
        done(ref);
      }
      case "refused" -> refused(frame);
      case "page" -> record(new Happening.Paged(Page.of(frame)));
      case "state" -> Tally.of(frame).forEach(this::count);
      case "left" -> left(frame);
      case "joined", "presence" -> record(new Happening.Named(type, frame.getString("recipient")));
      case "invitations" -> invited(frame);
      case "ping" -> send(Ask.PONG);
      default -> {}
    }
  }

  private void hear(Entry entry) {
    record(new Happening.Told(entry));
    if (!notes.apply(entry)) {
      notes.position(entry.room()).ifPresent(this::resume);
    }
    if (entry.sender().equals(guest.id())) {
      done(entry.ref());
    }
  }

  private void done(String ref) {
    Pending answered = pending.remove(ref);
    if (answered != null) {
      recorder.acknowledged();
      if (answered.sends == 1) {
        stored.add(answered.request);
      }
      if (stored.size() > 50) {
        stored.remove(0);
      }
    }
  }

  private void reset(JsonObject frame) {
    String room = frame.getString("recipient");
    record(
        new Happening.Reset(
            room,
            frame.getInt("seq"),
            frame.getString("mark"),
            frame.getJsonObject("room").getInt("seq")));
    notes.reset(frame);
    pending
        .values()
        .removeIf(it -> it.request.type().equals("join") && it.request.room().equals(room));
  }

  private void refused(JsonObject frame) {
    String ref = frame.getString("ref", "");
    String code = frame.getString("code");
    record(new Happening.Refused(ref, code));
    if (pending.containsKey(ref) && FOR_NOW.contains(code)) {
      pending.get(ref).due = System.nanoTime() + frame.getInt("retryAfter", 100) * 1_000_000L;
    } else {
      pending.remove(ref);
    }
  }

  private void count(Tally tally) {
    record(new Happening.Counted(tally));
    notes.count(tally);
  }

  private void left(JsonObject frame) {
    String room = frame.getString("recipient");
    if (frame.getString("person").equals(guest.id())) {
      record(new Happening.Left(room));
      notes.leave(room);
    } else {
      record(new Happening.Named("left", room));
    }
  }

  private void invited(JsonObject frame) {
    notes.invite(frame);
    notes.invitations().forEach(room -> record(new Happening.Named("invitations", room)));
  }

  /** Listens, and connects again if it has to, until something holds; fails if it never does. */
  void until(String what, BooleanSupplier holds) {
    Deadline deadline = Deadline.in(REST);
    while (!holds.getAsBoolean()) {
      if (deadline.passed()) {
        throw new AssertionError(
            name + " waited " + REST + " until " + what + "; unanswered: " + pending.keySet());
      }
      step(Duration.ofMillis(20));
    }
  }

  boolean isConnected() {
    return line.isPresent();
  }
}
