package chat.parley.chaos;

import chat.parley.blackbox.Ask;
import chat.parley.blackbox.Guest;
import chat.parley.blackbox.Json;
import chat.parley.blackbox.Position;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What a client does next, from a sequence of random numbers of its own: the same seed chooses
 * alike, as far as the client hears alike. Single-threaded.
 */
final class Choices {
  private static final List<String> SIGNS = List.of("👍", "🍰", "❤️");
  private static final int MOST_WAITING = 8;

  private final Talker talker;
  private final Town town;
  private final Random random;
  private int said;

  Choices(Talker talker, Town town, Random random) {
    this.talker = talker;
    this.town = town;
    this.random = random;
  }

  String ref() {
    return new BigInteger(96, random).toString(36);
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private <T> Optional<T> any(List<T> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
  }

  private String me() {
    return talker.guest().id();
  }

  /** Does the next thing, unless too much waits for an answer. */
  void act() {
    talker.notes().invitations().forEach(this::join);
    if (talker.waiting() >= MOST_WAITING) {
      return;
    }
    int dice = random.nextInt(100);
    Optional<String> room = any(talker.notes().rooms());
    if (dice < 6) {
      move();
    } else if (dice < 9) {
      manage();
    } else if (dice < 11) {
      pry();
    } else if (room.isPresent()) {
      actIn(room.get(), dice);
    }
  }

  private void actIn(String room, int dice) {
    if (dice < 50) {
      say(room);
    } else if (dice < 57) {
      any(talker.notes().own(room)).ifPresent(this::edit);
    } else if (dice < 62) {
      any(talker.notes().own(room)).ifPresent(this::delete);
    } else if (dice < 74) {
      any(talker.notes().messages(room)).ifPresent(this::react);
    } else if (dice < 88) {
      mark(room);
    } else if (dice < 95) {
      turn(room);
    } else {
      again();
    }
  }

  private void say(String room) {
    int thread = oneIn(5) ? any(talker.notes().roots(room)).map(Entry::seq).orElse(0) : 0;
    talker.ask(message(ref(), room, thread));
  }

  private Request message(String ref, String room, int thread) {
    Set<String> named = new HashSet<>();
    String text = text(named);
    return Request.message(ref, room, thread, text, named);
  }

  /** A text that nobody else says, which perhaps names somebody. */
  private String text(Set<String> named) {
    StringBuilder text = new StringBuilder(talker.name() + " says " + ++said + " " + ref());
    if (oneIn(8)) {
      Guest other = town.people().get(random.nextInt(town.people().size()));
      named.add(other.id());
      text.append(" to @").append(other.name());
    }
    if (oneIn(25)) {
      named.add(Request.HERE);
      text.append(" to @here");
    }
    return oneIn(30) ? text.append(' ').append("x".repeat(3000)).toString() : text.toString();
  }

  private void edit(Entry message) {
    Set<String> named = new HashSet<>();
    String text = text(named);
    talker.ask(Request.edit(ref(), message.room(), message.seq(), text, named));
  }

  private void delete(Entry message) {
    talker.ask(Request.delete(ref(), message.room(), message.seq()));
  }

  private void react(Entry message) {
    String sign = SIGNS.get(random.nextInt(SIGNS.size()));
    talker.ask(Request.reaction(ref(), message.room(), message.seq(), sign, random.nextInt(3) > 0));
  }

  /** Reads on, mostly; or a thread, or takes something back. */
  void mark(String room) {
    int end = talker.notes().position(room).map(Position::seq).orElse(0);
    if (end == 0) {
      return;
    }
    int seq = Math.max(1, end - random.nextInt(12));
    Optional<Entry> root = any(talker.notes().roots(room));
    if (oneIn(8)) {
      mark(new Happening.Marked(room, 0, seq, true), Ask.unread(room, seq));
    } else if (oneIn(4) && root.isPresent()) {
      int thread = root.get().seq();
      mark(
          new Happening.Marked(room, thread, Math.max(seq, thread), false),
          Ask.readThread(room, Math.max(seq, thread), thread));
    } else {
      mark(new Happening.Marked(room, 0, seq, false), read(room, seq));
    }
  }

  /** It names the turn, as our client does, or none. */
  private String read(String room, int seq) {
    String frame = Ask.read(room, seq);
    Optional<Tally> tally = talker.notes().tally(room);
    return tally.isEmpty() || oneIn(3)
        ? frame
        : Json.builder(Json.object(frame)).add("turn", tally.get().turn()).build().toString();
  }

  private void mark(Happening.Marked marked, String frame) {
    talker.mark(marked, frame);
  }

  private void turn(String room) {
    int end = talker.notes().position(room).map(Position::seq).orElse(0);
    int limit = 1 + random.nextInt(40);
    String ref = ref();
    Optional<Entry> root = oneIn(3) ? any(talker.notes().roots(room)) : Optional.empty();
    if (root.isPresent()) {
      int thread = root.get().seq();
      String frame = Ask.page(ref, room, limit, "after", thread);
      talker.turn(
          ref,
          room,
          thread,
          Json.builder(Json.object(frame)).add("thread", thread).build().toString());
    } else {
      String field = List.of("before", "after", "around").get(random.nextInt(3));
      int seq = 1 + random.nextInt(end + 2);
      talker.turn(ref, room, 0, Ask.page(ref, room, limit, field, seq));
    }
  }

  /** Sends something once more that is stored, as it was or with other words. */
  private void again() {
    Optional<Request> before = any(talker.stored());
    if (before.isEmpty()) {
      return;
    }
    Request request = before.get();
    talker.stored().remove(request);
    if (request.type().equals("message") && oneIn(3)) {
      talker.repeat(message(request.ref(), request.room(), request.target()));
    } else if (!request.type().equals("join") && !request.type().equals("create")) {
      talker.repeat(request);
    }
  }

  /** Joins or leaves a public room; who made it stays. */
  private void move() {
    String room = town.open().get(random.nextInt(town.open().size()));
    if (!talker.notes().rooms().contains(room)) {
      join(room);
    } else if (!talker.guest().equals(town.owner()) && oneIn(3)) {
      talker.ask(Request.membership("leave", ref(), room, me()));
    }
  }

  private void join(String room) {
    if (!talker.isWaitingToJoin(room)) {
      talker.ask(Request.membership("join", ref(), room, me()));
    }
  }

  /** The owner removes one member of the private room, and invites them again. */
  private void manage() {
    if (talker.guest().equals(town.owner())) {
      String guest = town.guest().id();
      String verb = talker.notes().isIn(guest, town.hidden()) ? "remove" : "invite";
      talker.ask(Request.membership(verb, ref(), town.hidden(), guest));
    }
  }

  /** Tries to read and to write in rooms that one may not know of. */
  private void pry() {
    String room = oneIn(2) ? town.hidden() : town.direct();
    if (talker.notes().rooms().contains(room)) {
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> talker.resume(new Position(room, 1, "0123456789abcdef"));
      case 1 -> {
        String ref = ref();
        talker.turn(ref, room, 0, Ask.page(ref, room, 50, "after", 1));
      }
      case 2 -> talker.ask(Request.membership("join", ref(), room, me()));
      default -> talker.ask(message(ref(), room, 0));
    }
  }
}
