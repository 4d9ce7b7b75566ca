package chat.parley.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one proxy says of the request that it forwarded; each part is empty where it says nothing.
 *
 * @param client the address it came from, without a port; perhaps a word that hides it
 * @param host the Host header it came with
 * @param scheme how it came
 */
record Hop(String client, String host, String scheme) {
  private static final Hop NOTHING = new Hop("", "", "");
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*([A-Za-z-]+)=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^;,\"\\s]*+))\\s*([;,]|$)");
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\](:\\d+)?");
  private static final Pattern V4_PORT = Pattern.compile("([\\d.]+):\\d+");

  /**
   * The hops of {@code X-Forwarded-For}, {@code -Host} and {@code -Proto}, the first proxy first. A
   * proxy that writes host and scheme need not repeat those before it, so they belong to the last
   * hops, and the first of them to all before.
   */
  static List<Hop> ofCommon(List<String> clients, List<String> hosts, List<String> schemes) {
    List<String> client = items(clients);
    List<String> host = items(hosts);
    List<String> scheme = items(schemes);
    int length = client.isEmpty() && !(host.isEmpty() && scheme.isEmpty()) ? 1 : client.size();
    List<Hop> hops = new ArrayList<>();
    for (int fromEnd = length - 1; fromEnd >= 0; fromEnd--) {
      hops.add(
          new Hop(
              address(fromEnd(client, fromEnd)), fromEnd(host, fromEnd), fromEnd(scheme, fromEnd)));
    }
    return hops;
  }

  /**
   * The hops of {@code Forwarded} (RFC 7239), the first proxy first; one that is not well-formed
   * says nothing.
   */
  static List<Hop> ofStandard(List<String> headers) {
    List<Hop> hops = new ArrayList<>();
    for (String header : headers) {
      readInto(hops, header);
    }
    return hops;
  }

  private static void readInto(List<Hop> hops, String header) {
    Matcher matcher = PAIR.matcher(header);
    Hop hop = NOTHING;
    int at = 0;
    while (at < header.length()) {
      if (matcher.region(at, header.length()).lookingAt()) {
        String plain = matcher.group(3);
        String value = plain == null ? matcher.group(2).replaceAll("\\\\(.)", "$1") : plain;
        hop = hop.with(matcher.group(1).toLowerCase(Locale.ROOT), value);
        at = matcher.end();
        if (matcher.group(4).equals(";")) {
          continue;
        }
      } else {
        int comma = header.indexOf(',', at);
        hop = NOTHING;
        at = comma < 0 ? header.length() : comma + 1;
      }
      hops.add(hop);
      hop = NOTHING;
    }
  }

  private Hop with(String name, String value) {
    return switch (name) {
      case "for" -> new Hop(address(value), host, scheme);
      case "host" -> new Hop(client, value, scheme);
      case "proto" -> new Hop(client, host, value);
      default -> this;
    };
  }

  private static List<String> items(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .toList();
  }

  private static String fromEnd(List<String> items, int index) {
    return items.isEmpty() ? "" : items.get(Math.max(0, items.size() - 1 - index));
  }

  private static String address(String node) {
    for (Pattern form : List.of(BRACKETS, V4_PORT)) {
      Matcher matcher = form.matcher(node);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return node;
  }
}
