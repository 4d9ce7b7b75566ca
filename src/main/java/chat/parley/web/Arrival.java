package chat.parley.web;

/**
 * How a request set out, on the other side of the proxies that are trusted.
 *
 * @param address the IP address that it comes from
 * @param host what the client takes for this server, as in a Host header; empty if it didn't say
 * @param secure whether the client is known to speak https; false where nobody told
 */
public record Arrival(String address, String host, boolean secure) {}
