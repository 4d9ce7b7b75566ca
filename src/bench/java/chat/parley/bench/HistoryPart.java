package chat.parley.bench;

import chat.parley.log.Database;
import chat.parley.log.Reader;
import chat.parley.log.Unread;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a long history costs those who read it: pages anywhere in a room of a million messages, over
 * the wire, and the unread of somebody in 200 rooms of which that is one. How long the server
 * counts can't be seen over the wire, where it tells such things ten times a second: it is measured
 * by the server's own code on the database that the server has written.
 */
final class HistoryPart implements Part {
  private static final int ROOMS = 200;
  private static final int PAGES = 1000;

  /** From one page to the next: who asks for more than 50 a second is told to slow down. */
  private static final int PACE_MICROS = 25_000;

  private static final int COUNTS = 500;

  /** The long room is said full from one connection, with so much under way. */
  private static final Load FILLING = Load.closed(1, 1000).lasting(5);

  /** In each of the other rooms 50 messages are said. */
  private static final Load OTHERS = Load.open(ROOMS - 1, 1, 50 * (ROOMS - 1) / 5).lasting(5);

  private static final Pattern PERSON = Pattern.compile("\"person\":\\{\"id\":\"(p_[^\"]+)\"");
  private static final Pattern ROOM = Pattern.compile("\"room\":\\{\"id\":\"(r_[^\"]+)\"");
  private static final Pattern LOBBY = Pattern.compile("\"id\":\"(r_[^\"]+)\",\"kind\":\"public\"");

  private final Path folder;
  private final ParleyWar war;
  private final int messages;
  private final Table table =
      new Table(
          "history",
          "measured",
          "times",
          "p50 ms",
          "p99 ms",
          "max ms",
          "fsync p50 ms",
          "fsync p99 ms");

  HistoryPart(Path folder, ParleyWar war, int messages) {
    this.folder = folder;
    this.war = war;
    this.messages = messages;
  }

  @Override
  public void measure(Report report) throws InterruptedException {
    try {
      Path home = war.freshHome();
      List<Reader> rooms;
      try (ServerProcess server = war.start(home)) {
        rooms = fill(server.port());
        Progress.say(war.name(), "%,d pages".formatted(PAGES));
        add(
            "a page of 50, anywhere in %,d messages".formatted(messages),
            "over the wire",
            pages(server.port()));
      }
      Progress.say(war.name(), "%,d times the unread of %d rooms".formatted(COUNTS, ROOMS));
      add(
          "the unread of 200 rooms, that one among them",
          "the server's count",
          counts(home, rooms));
    } catch (IOException e) {
      report.failed("history", e);
    }
    report.add(table);
  }

  /**
   * Says everything, and returns somebody's places: nothing is read, and the long room the first.
   */
  private List<Reader> fill(int port) throws IOException, InterruptedException {
    List<Reader> places = new ArrayList<>();
    try (Caller reader = Caller.open(port);
        Generator others = Generator.open(OTHERS, Dialect.PARLEY, port)) {
      PersonId person = new PersonId(found(PERSON, reader.welcome()));
      places.add(new Reader(person, new RoomId(found(LOBBY, reader.welcome())), 0, 0));
      for (int i = 0; i < ROOMS - 1; i++) {
        RoomId room = new RoomId(found(ROOM, reader.join(others.room(i))));
        places.add(new Reader(person, room, 0, 0));
      }
      others.run(OTHERS.seconds());
    }
    try (Generator generator = Generator.open(FILLING, Dialect.PARLEY, port)) {
      for (long said = 0; said < messages; ) {
        said += generator.run(FILLING.seconds()).latencies().count();
        Progress.say(war.name(), "%,d messages are in the room".formatted(said));
      }
    }
    return places;
  }

  private Histogram pages(int port) throws IOException, InterruptedException {
    Histogram times = new Histogram();
    try (Caller caller = Caller.open(port)) {
      for (int i = -PAGES / 5; i < PAGES; i++) {
        int before = ThreadLocalRandom.current().nextInt(100, messages);
        String ref = "page" + i;
        long start = System.nanoTime();
        caller.call(
            "{\"type\":\"page\",\"ref\":\"%s\",\"recipient\":\"#lobby\",\"before\":%d}"
                .formatted(ref, before),
            "\"type\":\"page\",\"ref\":\"" + ref + "\"");
        long micros = (System.nanoTime() - start) / 1000;
        if (i >= 0) {
          times.add(micros);
        }
        TimeUnit.MICROSECONDS.sleep(PACE_MICROS - micros);
      }
    }
    return times;
  }

  /** Each time with the long room read up to somewhere else. */
  private Histogram counts(Path home, List<Reader> places) {
    Histogram times = new Histogram();
    try (Database database = Database.open(home.resolve("parley.db"))) {
      Unread unread = new Unread(database);
      for (int i = -COUNTS / 5; i < COUNTS; i++) {
        Reader first = places.get(0);
        int mark = ThreadLocalRandom.current().nextInt(messages);
        List<Reader> readers = new ArrayList<>(places);
        readers.set(0, new Reader(first.person(), first.room(), mark, 0));
        long start = System.nanoTime();
        unread.of(readers);
        if (i >= 0) {
          times.add((System.nanoTime() - start) / 1000);
        }
      }
    }
    return times;
  }

  private void add(String what, String how, Histogram times) throws IOException {
    DiskSync sync = DiskSync.take(folder);
    table.add(
        List.of(
            what,
            how,
            "%,d".formatted(times.count()),
            "%.2f".formatted(times.quantile(0.5) / 1000.0),
            "%.2f".formatted(times.quantile(0.99) / 1000.0),
            "%.2f".formatted(times.max() / 1000.0),
            "%.2f".formatted(sync.medianMicros() / 1000.0),
            "%.2f".formatted(sync.p99Micros() / 1000.0)));
  }

  private static String found(Pattern pattern, String frame) throws IOException {
    Matcher matcher = pattern.matcher(frame);
    if (!matcher.find()) {
      throw new IOException("expected " + pattern + " in " + frame);
    }
    return matcher.group(1);
  }
}
