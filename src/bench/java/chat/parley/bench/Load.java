package chat.parley.bench;

import java.util.List;

/**
 * One load on a server.
 *
 * @param rooms rooms that are spoken in, 1 to 10,000
 * @param members connections in each room
 * @param rate messages a second that are due over all rooms together, up to 100,000; one member of
 *     each room sends. 0 is as many as the server takes, with a window
 * @param window without a rate, messages of each room that are under way at a time, 1 to 10,000,
 *     and then a room has one member; else 0
 * @param seconds how long messages are due, 1 to 600
 * @param warmup seconds of the same load before, which don't count; 0 to 600
 * @param size characters of a message's content, {@link Mark#LENGTH} to 8,000
 */
record Load(int rooms, int members, int rate, int window, int seconds, int warmup, int size) {
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
    between("rate", rate, window > 0 ? 0 : 1, window > 0 ? 0 : 100_000);
    between("window", window, 0, members > 1 ? 0 : 10_000);
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
        open(1, 100, 200),
        open(1, 1000, 50),
        open(100, 20, 1000),
        open(1, 1000, 200),
        open(1, 1000, 1000));
  }

  /** Messages are due at fixed times, whether or not the server keeps up. */
  static Load open(int rooms, int members, int rate) {
    return new Load(rooms, members, rate, 0, SECONDS, WARMUP, SIZE);
  }

  /** In each room one member alone has always so many messages under way. */
  static Load closed(int rooms, int window) {
    return new Load(rooms, 1, 0, window, SECONDS, WARMUP, SIZE);
  }

  /** What a server gets before it is measured, so that its code is compiled. */
  static Load first(int seconds) {
    return new Load(1, 100, 500, 0, seconds, 0, SIZE);
  }

  /** The same for so long, without a warm-up. */
  Load lasting(int seconds) {
    return new Load(rooms, members, rate, window, seconds, 0, size);
  }

  int connections() {
    return rooms * members;
  }

  /** Deliveries a second if everything arrives; 0 if that is up to the server. */
  long deliveries() {
    return (long) rate * members;
  }

  @Override
  public String toString() {
    return window > 0
        ? "%,d × %,d, %,d under way each".formatted(rooms, members, window)
        : "%,d × %,d, %,d/s".formatted(rooms, members, rate);
  }

  private static void between(String name, int value, int from, int to) {
    if (value < from || value > to) {
      throw new IllegalArgumentException(
          "%s is %,d, expected %,d to %,d".formatted(name, value, from, to));
    }
  }
}
