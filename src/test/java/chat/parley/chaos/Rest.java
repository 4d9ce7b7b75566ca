package chat.parley.chaos;

import chat.parley.blackbox.Ask;
import chat.parley.blackbox.Json;
import chat.parley.blackbox.Position;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The end of a run for one client: it hears all rooms to their end, says once more how far it has
 * read some of them, and comes in anew to be told what is unread.
 */
final class Rest {
  private final URI url;
  private final Random random;

  Rest(URI url, Random random) {
    this.url = url;
    this.random = random;
  }

  void settle(Talker talker) {
    List<Position> ends = ends(talker);
    talker.until("all rooms are heard", () -> isTold(talker, ends, (tally, end) -> true));
    ends.forEach(end -> mark(talker, end));
    talker.drop();
    talker.until(
        "all rooms are counted to their end",
        () -> isTold(talker, ends, (tally, end) -> tally.asOf() == end.seq()));
  }

  /** Where the rooms that it is in end, as another connection of its person is told. */
  private List<Position> ends(Talker talker) {
    Line line =
        Line.open(url, talker.guest()).orElseThrow(() -> new AssertionError("the server is down"));
    try {
      return Json.objects(line.welcome().orElseThrow(), "rooms").stream()
          .map(Position::end)
          .toList();
    } finally {
      line.cut();
    }
  }

  private static boolean isTold(
      Talker talker, List<Position> ends, BiPredicate<Tally, Position> which) {
    return talker.isConnected()
        && talker.notes().reached(ends)
        && ends.stream()
            .allMatch(end -> isTold(talker, end.room(), tally -> which.test(tally, end)));
  }

  private static boolean isTold(Talker talker, String room, Predicate<Tally> which) {
    return talker.notes().tally(room).filter(which).isPresent();
  }

  private void mark(Talker talker, Position end) {
    String room = end.room();
    int seq = 1 + random.nextInt(end.seq());
    Tally before = talker.notes().tally(room).orElseThrow();
    Optional<Integer> thread = before.threads().keySet().stream().findFirst();
    if (random.nextInt(3) == 0 && thread.isPresent()) {
      talker.mark(
          new Happening.Marked(room, thread.get(), seq, false),
          Ask.readThread(room, seq, thread.get()));
      await(talker, room, tally -> hasRead(tally.threads().get(thread.get()), seq));
    } else if (random.nextInt(2) == 0) {
      talker.mark(new Happening.Marked(room, 0, seq, false), Ask.read(room, seq));
      await(talker, room, tally -> tally.seq() >= seq);
    } else {
      talker.mark(new Happening.Marked(room, 0, seq, true), Ask.unread(room, seq));
      await(talker, room, tally -> tally.turn() > before.turn());
    }
  }

  private static boolean hasRead(Tally.Thread thread, int seq) {
    return thread == null || thread.seq() >= seq;
  }

  private static void await(Talker talker, String room, Predicate<Tally> which) {
    talker.until("a mark in " + room + " is stored", () -> isTold(talker, room, which));
  }
}
