package chat.parley.client;

import java.util.function.Consumer;

/** What a client writes through. */
public interface Connection {
  /**
   * Begins to send a text frame and returns without waiting for the peer. The next frame may be
   * sent once {@code done} was called.
   *
   * @param done called once, on any thread, perhaps before this returns: with null when the frame
   *     was written, else with the failure
   */
  void send(String text, Consumer<Throwable> done);

  /** Sends a WebSocket ping. May wait for the peer. */
  void ping();

  /**
   * Closes with this code and sentence. May wait for the peer. Does nothing on a closed connection.
   */
  void close(Farewell farewell);
}
