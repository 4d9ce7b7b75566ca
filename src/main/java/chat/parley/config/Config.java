package chat.parley.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that an administrator may set.
 *
 * @param home the folder where everything that lasts is kept, and {@code parley.properties}
 * @param database the PostgreSQL where it is kept instead, if one is set
 * @param origins origins, besides the own one, whose pages may talk to this server; {@code *} is
 *     every one
 * @param proxies addresses or CIDR blocks of the proxies whose forwarded headers are believed
 * @param limits what one person or connection may do
 * @param delivery how patient the server is with a connection
 * @param logEntries newest entries that stay in memory, over all rooms
 * @param logBytes bytes of memory that these may take together, about
 */
public record Config(
    Path home,
    Optional<Storage.Url> database,
    List<String> origins,
    List<String> proxies,
    Limits limits,
    Delivery delivery,
    int logEntries,
    int logBytes) {
  public Config {
    origins = List.copyOf(origins);
    proxies = List.copyOf(proxies);
  }
}
