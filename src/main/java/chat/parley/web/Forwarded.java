package chat.parley.web;

import chat.parley.config.Block;
import chat.parley.config.Config;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how a request set out, from what the proxies in {@code parley.proxies} wrote into it.
 * What others write there is not believed: only the hops that trusted proxies named, from the last
 * one back to the first that is no proxy.
 *
 * <p>A proxy writes {@code X-Forwarded-*} or {@code Forwarded} and may pass on the other as the
 * client made it up. So where a request has both and they name different clients, neither is
 * believed. Immutable, thread-safe.
 */
@Dependent
public class Forwarded {
  private final List<Block> proxies;

  /** Believes the proxies of this configuration. */
  @Inject
  public Forwarded(Config config) {
    proxies = config.proxies().stream().flatMap(block -> Block.of(block).stream()).toList();
  }

  /** How the request set out. */
  public Arrival arrival(HttpServletRequest request) {
    String peer = canonical(request.getRemoteAddr());
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
    Arrival direct = new Arrival(peer, host, request.isSecure());
    if (!isProxy(peer)) {
      return direct;
    }
    List<Hop> common =
        Hop.ofCommon(
            all(request, "X-Forwarded-For"),
            all(request, "X-Forwarded-Host"),
            all(request, "X-Forwarded-Proto"));
    List<Hop> standard = Hop.ofStandard(all(request, "Forwarded"));
    Arrival byCommon = behind(direct, common);
    if (standard.isEmpty()) {
      return byCommon;
    }
    Arrival byStandard = behind(direct, standard);
    if (common.isEmpty()) {
      return byStandard;
    }
    return byCommon.address().equals(byStandard.address()) ? byCommon : direct;
  }

  private Arrival behind(Arrival direct, List<Hop> hops) {
    Arrival found = direct;
    for (int i = hops.size() - 1; i >= 0 && isProxy(found.address()); i--) {
      Hop hop = hops.get(i);
      Optional<String> client = Block.address(hop.client()).map(InetAddress::getHostAddress);
      found =
          new Arrival(
              client.orElse(found.address()),
              hop.host().isEmpty() ? found.host() : hop.host(),
              hop.scheme().isEmpty() ? found.secure() : hop.scheme().equalsIgnoreCase("https"));
      if (client.isEmpty()) {
        return found; // this proxy hides its client, and answers for them; what stands before,
        // anybody may have written
      }
    }
    return found;
  }

  private boolean isProxy(String address) {
    return Block.address(address)
        .filter(it -> proxies.stream().anyMatch(block -> block.contains(it)))
        .isPresent();
  }

  private static String canonical(String address) {
    return Block.address(address).map(InetAddress::getHostAddress).orElse(address);
  }

  private static List<String> all(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
