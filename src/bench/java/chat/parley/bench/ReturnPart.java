package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Everybody back after a restart: all clients go, something is said in each of their rooms, the
 * server is killed and started again, and they all come at once, each to be told exactly what they
 * missed and what is unread.
 */
final class ReturnPart implements Part {
  /** Besides the lobby. */
  private static final int ROOMS = 300;

  /** Rooms of each, besides the lobby. */
  private static final int EACH = 3;

  /** Messages said in each room meanwhile. */
  private static final int MISSED = 10;

  private static final int COMING_SECONDS = 240;
  private static final int RETURNING_SECONDS = 120;
  private static final int SETTLING_SECONDS = 2;

  private static final Pattern ROOM =
      Pattern.compile(
          "\"room\":\\{\"id\":\"([^\"]+)\"[^{}]*?\"seq\":(\\d+),\"mark\":\"([0-9a-f]+)\"\\}");

  private final ParleyWar war;
  private final int clients;

  ReturnPart(ParleyWar war, int clients) {
    this.war = war;
    this.clients = clients;
  }

  @Override
  public void measure(Report report) throws InterruptedException {
    try {
      Path home = war.freshHome();
      List<Returner> returners = leave(home);
      Progress.say(war.name(), "%,d clients come back".formatted(clients));
      try (ServerProcess server = war.start(home);
          Crowd crowd = Crowd.enter(returners, server.port(), RETURNING_SECONDS)) {
        report.add(table(crowd.times(), server.figures().cpuMicros()));
      }
      long wrong = returners.stream().filter(Returner::isWrong).count();
      if (wrong > 0) {
        throw new IOException("%,d clients were told something wrong".formatted(wrong));
      }
    } catch (IOException e) {
      report.failed("return", e);
    }
  }

  /** Has everybody come, and go; says what they miss, and kills the server. */
  private List<Returner> leave(Path home) throws IOException, InterruptedException {
    Progress.say(war.name(), "%,d clients come".formatted(clients));
    try (ServerProcess server = war.start(home)) {
      found(server.port());
      List<Newcomer> newcomers =
          IntStream.range(0, clients).mapToObj(i -> new Newcomer(rooms(i))).toList();
      try (Crowd crowd = Crowd.enter(newcomers, server.port(), COMING_SECONDS)) {
        crowd.listen(SETTLING_SECONDS);
      }
      Map<String, Place> places = speak(server.port());
      server.kill();
      return IntStream.range(0, clients)
          .mapToObj(i -> new Returner(newcomers.get(i).cookie(), places(i, places), MISSED))
          .toList();
    }
  }

  private static void found(int port) throws IOException, InterruptedException {
    try (Caller founder = Caller.open(port)) {
      for (int i = 0; i < ROOMS; i++) {
        founder.join(room(i));
      }
    }
  }

  /** Says something in each room; where each ended before. */
  private static Map<String, Place> speak(int port) throws IOException, InterruptedException {
    try (Caller speaker = Caller.open(port)) {
      Map<String, Place> places = places(speaker);
      speak(speaker);
      return places;
    }
  }

  private static Map<String, Place> places(Caller speaker)
      throws IOException, InterruptedException {
    Map<String, Place> places = new HashMap<>();
    for (int i = 0; i < ROOMS; i++) {
      places.put(room(i), place(speaker.join(room(i)), room(i)));
    }
    places.put(Dialect.LOBBY, place(speaker.lobby(), Dialect.LOBBY));
    return places;
  }

  private static Place place(String frame, String room) throws IOException {
    for (Matcher it = ROOM.matcher(frame); it.find(); ) {
      if (it.group().contains("\"name\":\"" + room + "\"")) {
        return new Place(it.group(1), Long.parseLong(it.group(2)), it.group(3));
      }
    }
    throw new IOException("expected the room " + room + " in " + frame);
  }

  private static void speak(Caller speaker) throws IOException, InterruptedException {
    for (int i = 0; i < MISSED; i++) {
      for (int room = -1; room < ROOMS; room++) {
        String name = room < 0 ? Dialect.LOBBY : room(room);
        speaker.say(Dialect.PARLEY.say(name, "missed" + i, "this is missed"));
      }
      speaker.await("\"ref\":\"missed" + i + "\"");
    }
    Thread.sleep(1000L * SETTLING_SECONDS);
  }

  private static List<String> rooms(int client) {
    return IntStream.range(0, EACH).mapToObj(i -> room((client * EACH + i) % ROOMS)).toList();
  }

  private static List<Place> places(int client, Map<String, Place> places) {
    List<Place> own = new ArrayList<>(List.of(places.get(Dialect.LOBBY)));
    rooms(client).forEach(room -> own.add(places.get(room)));
    return own;
  }

  private static String room(int number) {
    return "#return-" + number;
  }

  private static Table table(Histogram times, long cpuMicros) {
    Table table =
        new Table(
            "clients back after kill -9",
            "rooms each",
            "missed in each",
            "half s",
            "99 % s",
            "all s",
            "server's CPU s, its start too");
    table.add(
        List.of(
            "%,d".formatted(times.count()),
            "%d of %d, and the lobby".formatted(EACH, ROOMS),
            "%d messages".formatted(MISSED),
            seconds(times.quantile(0.5)),
            seconds(times.quantile(0.99)),
            seconds(times.max()),
            seconds(cpuMicros)));
    return table;
  }

  private static String seconds(long micros) {
    return "%.1f".formatted(micros / 1e6);
  }
}
