package chat.parley.bench;

import java.io.IOException;

/** A server that can be measured. */
interface Contestant {
  /** How the table calls it. */
  String name();

  Dialect dialect();

  /** Whether it is only a comparison, and a run without it is a good run. */
  boolean optional();

  /** Whether it has rooms besides the one that everybody is in. */
  boolean hasRooms();

  /** Whether it runs on a JVM, so that its heap can be counted. */
  boolean hasHeap();

  /**
   * Starts it anew, at a free port of 127.0.0.1.
   *
   * @throws IOException if it can't run here, in words for the table
   */
  ServerProcess start() throws IOException, InterruptedException;
}
