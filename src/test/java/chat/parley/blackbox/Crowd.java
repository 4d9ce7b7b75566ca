package chat.parley.blackbox;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * More connections than a room of ordinary size has. On closing it waits until all their people
 * count as gone, so that the lobby is of ordinary size for the next test. Single-threaded.
 */
final class Crowd implements AutoCloseable {
  private static final Duration DISPERSAL = Duration.ofSeconds(25);

  /** People with which a lobby is small, whatever the server's bound. */
  private static final int FEW = 100;

  private final URI base;
  private final List<Wire> connections = new ArrayList<>();

  Crowd(URI base) {
    this.base = base;
  }

  void add(Wire connection) {
    connections.add(connection);
  }

  /** Adds somebody new. */
  ParleyClient add() {
    ParleyClient client = ParleyClient.in(base);
    connections.add(client.wire());
    return client;
  }

  int size() {
    return connections.size();
  }

  @Override
  public void close() {
    connections.forEach(Wire::close);
    try (Wire wire = Handshake.parley(base).open()) {
      wire.text(Ask.resume());
      Predicate<JsonObject> presence = ParleyClient.type("presence");
      new Heard(wire, frame -> {})
          .await(
              "a small lobby",
              Deadline.in(DISPERSAL),
              presence.and(frame -> frame.getInt("count") < FEW));
    }
  }
}
