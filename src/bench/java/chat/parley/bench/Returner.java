package chat.parley.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who comes back: it is over when they have heard, in order, all that they missed in each
 * of their rooms, and have been told what is unread there.
 */
final class Returner implements Script {
  private static final Pattern MESSAGE =
      Pattern.compile("\"type\":\"message\",\"recipient\":\"([^\"]+)\",\"seq\":(\\d+)");
  private static final Pattern READING =
      Pattern.compile("\\{\"room\":\"([^\"]+)\",\"seq\":\\d+,\"turn\"");

  private final String cookie;
  private final List<Place> places;
  private final int missed;
  private final Map<String, Long> heard = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private boolean wrong;

  /**
   * @param cookie by which they are known
   * @param places the rooms that they are in, and how far they heard them
   * @param missed how many messages were said in each since
   */
  Returner(String cookie, List<Place> places, int missed) {
    this.cookie = cookie;
    this.places = places;
    this.missed = missed;
    places.forEach(place -> heard.put(place.room(), place.seq()));
  }

  @Override
  public String header() {
    return Dialect.PARLEY.header() + "Cookie: " + cookie + "\r\n";
  }

  @Override
  public void accepted(String answer) {
    // who they are is in the welcome, too
  }

  @Override
  public List<String> answer(String frame) {
    if (frame.contains("\"type\":\"welcome\"")) {
      return List.of(resume());
    }
    wrong |= frame.contains("\"type\":\"reset\"");
    for (Matcher it = MESSAGE.matcher(frame); it.find(); ) {
      hear(it.group(1), Long.parseLong(it.group(2)));
    }
    for (Matcher it = READING.matcher(frame); it.find(); ) {
      told.add(it.group(1));
    }
    return List.of();
  }

  private String resume() {
    return places.stream()
        .map(Place::json)
        .collect(Collectors.joining(",", "{\"type\":\"resume\",\"positions\":[", "]}"));
  }

  private void hear(String room, long seq) {
    Long before = heard.put(room, seq);
    wrong |= before == null || before + 1 != seq;
  }

  /** Whether something came twice, was left out, or had to be begun afresh. */
  boolean isWrong() {
    return wrong;
  }

  @Override
  public boolean isEntered() {
    return places.stream()
        .allMatch(
            place ->
                heard.get(place.room()) == place.seq() + missed && told.contains(place.room()));
  }
}
