package chat.parley.bench;

import java.util.List;

/**
 * One load on a server.
 *
 * @param rooms rooms that are spoken in, 1 to 10,000
 * @param members connections in each room
 * @param rate messages a second that are due over all rooms together, 1 to 100,000; one member of
 *     each room sends
 * @param seconds how long messages are due, 1 to 600
 * @param warmup seconds of the same load before, which don't count; 0 to 600
 * @param size characters of a message's content, {@link Mark#LENGTH} to 8,000
 */
record Load(int rooms, int members, int rate, int seconds, int warmup, int size) {
  /** Connections of a load at most. */
  static final int MAX_CONNECTIONS = 50_000;

  /** Characters of a message where nothing else is said. */
  static final int SIZE = 64;

  private static final int SECONDS = 10;
  private static final int WARMUP = 4;

  Load {
    between("rooms", rooms, 1, 10_000);
    between("members", members, 1, MAX_CONNECTIONS);
    between("rooms × members", Math.multiplyExact(rooms, members), 1, MAX_CONNECTIONS);
    between("rate", rate, 1, 100_000);
    between("seconds", seconds, 1, 600);
    between("warmup", warmup, 0, 600);
    between("size", size, Mark.LENGTH, 8_000);
  }

  /**
   * The loads that every table shows: two low ones, two high ones in one room, and one of many
   * rooms.
   */
  static List<Load> standard() {
    return List.of(
        new Load(1, 100, 200, SECONDS, WARMUP, SIZE),
        new Load(1, 1000, 50, SECONDS, WARMUP, SIZE),
        new Load(100, 20, 1000, SECONDS, WARMUP, SIZE),
        new Load(1, 1000, 200, SECONDS, WARMUP, SIZE),
        new Load(1, 1000, 1000, SECONDS, WARMUP, SIZE));
  }

  /** What a server gets before it is measured, so that its code is compiled. */
  static Load first(int seconds) {
    return new Load(1, 100, 500, seconds, 0, SIZE);
  }

  int connections() {
    return rooms * members;
  }

  /** Deliveries a second if everything arrives. */
  long deliveries() {
    return (long) rate * members;
  }

  @Override
  public String toString() {
    return "%,d × %,d, %,d/s".formatted(rooms, members, rate);
  }

  private static void between(String name, int value, int from, int to) {
    if (value < from || value > to) {
      throw new IllegalArgumentException(
          "%s is %,d, expected %,d to %,d".formatted(name, value, from, to));
    }
  }
}
