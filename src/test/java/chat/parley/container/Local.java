package chat.parley.container;

import java.net.URI;
import java.net.URL;

/**
 * Addresses as the tests call them: a container may name itself by the machine's name, but it
 * listens on 127.0.0.1 only.
 */
final class Local {
  private Local() {}

  /** The page of a deployment; ends with a slash. */
  static URI uri(URL deployment) {
    String path = deployment.getPath();
    return URI.create(
        "http://127.0.0.1:%d%s"
            .formatted(deployment.getPort(), path.endsWith("/") ? path : path + "/"));
  }
}
