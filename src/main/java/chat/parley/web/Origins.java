package chat.parley.web;

import chat.parley.config.Config;
import chat.parley.config.Origin;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges from where a page may talk to this server. The own origin is the host and port that the
 * client asked for; its scheme counts once it is known that the client speaks https, else a proxy
 * may have spoken it. Immutable, thread-safe.
 */
@Dependent
public class Origins {
  private static final String ANY = "*";

  private final Set<String> listed;

  /** What a page's origin is to this server. */
  public enum Standing {
    /** No origin was named: not a browser, or a page's own plain request. */
    NONE,
    /** The page came from this server. */
    OWN,
    /** {@code parley.origins} names it. */
    LISTED,
    /**
     * {@code parley.origins} lets in every page: this one may talk, but not as somebody who is
     * known here.
     */
    ANYBODY,
    /** Not let in. */
    FOREIGN
  }

  /** Lets in the origins of this configuration. */
  @Inject
  public Origins(Config config) {
    listed = Set.copyOf(config.origins());
  }

  /**
   * What these are to this server.
   *
   * @param headers the values of the Origin header: at most one, if all is well
   */
  public Standing standing(List<String> headers, Arrival arrival) {
    if (headers.isEmpty()) {
      return Standing.NONE;
    }
    Optional<Origin> origin = headers.size() == 1 ? Origin.of(headers.get(0)) : Optional.empty();
    if (origin.isPresent() && isOwn(origin.get(), arrival)) {
      return Standing.OWN;
    }
    String name =
        origin.map(Origin::toString).orElseGet(() -> headers.equals(List.of("null")) ? "null" : "");
    if (listed.contains(name)) {
      return Standing.LISTED;
    }
    return listed.contains(ANY) ? Standing.ANYBODY : Standing.FOREIGN;
  }

  private static boolean isOwn(Origin origin, Arrival arrival) {
    List<String> schemes = arrival.secure() ? List.of("https") : List.of("http", "https");
    return schemes.contains(origin.scheme())
        && Origin.at(origin.scheme(), arrival.host()).filter(origin::equals).isPresent();
  }

  /** For the people who run the server: why these are not let in, and what to set. */
  public String refusal(List<String> headers) {
    String named = headers.size() == 1 ? headers.get(0) : "";
    return Origin.of(named)
        .map(
            origin ->
                ("A page at %1$s may not connect here. To let it in, add %1$s to the setting parley.origins; if it is"
                        + " this server's own page behind a proxy, add the proxy's address to parley.proxies, or let"
                        + " the proxy pass on the Host header.")
                    .formatted(origin))
        .orElse(
            named.equals("null")
                ? "A page that hides its origin (null) may not connect here. To let all such pages in, add null to the"
                    + " setting parley.origins."
                : "A page whose origin can't be read may not connect here.");
  }
}
