package chat.parley.config;

import java.time.Duration;

/**
 * What one person or connection may do; 0 switches a limit off.
 *
 * @param content Unicode code points a message
 * @param frame bytes an incoming frame
 * @param rate messages a second and person, in the long run
 * @param burst messages a person may send at once
 * @param connections connections an address
 * @param rooms rooms a person is in at a time
 * @param refusals refusals a connection within {@link #ABUSE_WINDOW} before it is closed
 * @param notices coming-and-going notices a second to a client without subprotocol
 */
public record Limits(
    int content,
    int frame,
    double rate,
    int burst,
    int connections,
    int rooms,
    int refusals,
    int notices) {
  /** The time over which refusals are counted. */
  public static final Duration ABUSE_WINDOW = Duration.ofSeconds(10);
}
