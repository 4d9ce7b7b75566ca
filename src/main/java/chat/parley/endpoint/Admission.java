package chat.parley.endpoint;

import chat.parley.client.ClientManager;
import chat.parley.config.Config;
import chat.parley.web.Arrival;
import chat.parley.web.Origins;
import chat.parley.wire.Format;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The rules by which a socket is let in. Immutable, thread-safe. */
@Dependent
class Admission {
  private final Origins origins;
  private final int limit;
  private final ToIntFunction<String> connections;

  /**
   * Why a socket is not let in.
   *
   * @param status the HTTP status of the handshake's answer
   * @param code the reason for programs
   * @param text the reason for people, one sentence
   */
  record Rejection(int status, String code, String text) {}

  @Inject
  Admission(Origins origins, Config config, ClientManager clients) {
    this(origins, config, clients::connections);
  }

  /**
   * @param connections how many connections there are from an address
   */
  Admission(Origins origins, Config config, ToIntFunction<String> connections) {
    this.origins = origins;
    this.limit = config.limits().connections();
    this.connections = connections;
  }

  /**
   * Judges a handshake.
   *
   * @param origin the values of its Origin header
   * @param subprotocols the values of its Sec-WebSocket-Protocol header
   * @return why it is refused; empty if it is let in
   */
  Optional<Rejection> judge(List<String> origin, List<String> subprotocols, Arrival arrival) {
    if (origins.standing(origin, arrival) == Origins.Standing.FOREIGN) {
      return Optional.of(new Rejection(403, "origin", origins.refusal(origin)));
    }
    if (!subprotocols.isEmpty() && subprotocols.stream().noneMatch(Admission::isKnown)) {
      return Optional.of(
          new Rejection(
              400,
              "subprotocol",
              "This server speaks the subprotocol " + Format.SUBPROTOCOL + ", or none."));
    }
    if (limit > 0 && connections.applyAsInt(arrival.address()) >= limit) {
      return Optional.of(
          new Rejection(
              429,
              "connections",
              "There are already %d connections from %s; the setting parley.limit.connections allows no more."
                  .formatted(limit, arrival.address())));
    }
    return Optional.empty();
  }

  /**
   * Whether such a page is let in only because every page is: then it isn't believed to act for
   * whoever uses the browser.
   */
  boolean isAnybody(List<String> origin, Arrival arrival) {
    return origins.standing(origin, arrival) == Origins.Standing.ANYBODY;
  }

  private static boolean isKnown(String header) {
    return List.of(header.strip().split("\\s*,\\s*")).contains(Format.SUBPROTOCOL);
  }
}
