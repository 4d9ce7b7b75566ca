package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fills a SQLite database of which no server has hold, faster than anybody could talk. */
public final class Filling {
  /** Entries of a transaction. */
  private static final int BATCH = 500;

  private Filling() {}

  /** Has somebody say so much in each of these rooms, which are there. */
  public static void fill(Path file, Collection<String> rooms, String person, int count) {
    try (Database database = Database.open(file)) {
      SqlStore store = new SqlStore(database, Clock.systemUTC(), 1);
      for (String id : rooms) {
        Room room = new Room(new RoomId(id));
        for (int from = 1; from <= count; from += BATCH) {
          store.commit(
              IntStream.range(from, Math.min(from + BATCH, count + 1))
                  .mapToObj(number -> said(room, new PersonId(person), number))
                  .toList());
        }
      }
    }
  }

  private static Draft said(Room room, PersonId person, int number) {
    Act say = new Act.Say(Text.of(content(number)), null);
    return new Draft(room, person, null, say, outcome -> {});
  }

  /** What is said there, from 1 on. */
  public static String content(int number) {
    return "Said " + number + " while you were away.";
  }

  /** A room in which everybody may say everything. */
  private record Room(RoomId id) implements LoggedRoom {
    @Override
    public Optional<Outcome.Refused> judge(Draft draft, Past past) {
      return Optional.empty();
    }

    @Override
    public void enter(Entry entry, Connection connection) {}

    @Override
    public void forget() {}

    @Override
    public void committed(List<Outcome> outcomes) {}
  }
}
