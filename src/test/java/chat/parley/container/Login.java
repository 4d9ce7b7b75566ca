package chat.parley.container;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a client that logs in sends along. */
final class Login {
  private Login() {}

  /** The value of an {@code Authorization} header. */
  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
