package chat.parley.config;

import java.nio.file.Path;
import java.util.List;

/** Homes for tests. */
public final class Homes {
  private Homes() {}

  /** A home that could not be had. */
  public static Home without() {
    Path nowhere = Path.of("/nowhere");
    return Home.open(nowhere, List.of(nowhere));
  }
}
