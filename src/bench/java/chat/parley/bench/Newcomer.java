package chat.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who comes for the first time, and joins some rooms besides the lobby. */
final class Newcomer implements Script {
  private static final Pattern COOKIE =
      Pattern.compile("(?im)^Set-Cookie: *(parley_guest=[^;\\s]+)");
  private static final Pattern RESET = Pattern.compile("\"type\":\"reset\"");

  private final List<String> rooms;
  private String cookie = "";
  private int resets;

  /**
   * @param rooms the names of those to join
   */
  Newcomer(List<String> rooms) {
    this.rooms = rooms;
  }

  @Override
  public String header() {
    return Dialect.PARLEY.header();
  }

  @Override
  public void accepted(String answer) {
    Matcher matcher = COOKIE.matcher(answer);
    cookie = matcher.find() ? matcher.group(1) : "";
  }

  /** The cookie by which they are known again. */
  String cookie() {
    return cookie;
  }

  @Override
  public List<String> answer(String frame) {
    resets += (int) RESET.matcher(frame).results().count();
    if (!frame.contains("\"type\":\"welcome\"")) {
      return List.of();
    }
    List<String> frames = new ArrayList<>(List.of(Dialect.RESUME));
    rooms.forEach(room -> frames.add(Dialect.join(room)));
    return frames;
  }

  @Override
  public boolean isEntered() {
    return resets > rooms.size();
  }
}
