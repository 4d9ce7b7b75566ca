package chat.parley.container;

import chat.parley.blackbox.BlackBox;
import chat.parley.launch.Launched;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The rules on Parley by itself. */
class JarIT implements BlackBox {
  @TempDir private static Path folder;

  private static Launched limits;
  private static Launched open;
  private static URI limitsUrl;
  private static URI openUrl;

  @BeforeAll
  static void start() throws IOException {
    limits = Launched.ready(folder.resolve("limits"), List.of());
    open =
        Launched.ready(
            folder.resolve("open"),
            List.of(
                "-Dparley.limit.rate=0",
                "-Dparley.limit.refusals=0",
                "-Dparley.limit.connections=0"));
    limitsUrl = limits.url();
    openUrl = open.url();
  }

  @AfterAll
  static void stop() {
    limits.close();
    open.close();
  }

  @Override
  public URI withLimits() {
    return limitsUrl;
  }

  @Override
  public URI open() {
    return openUrl;
  }
}
