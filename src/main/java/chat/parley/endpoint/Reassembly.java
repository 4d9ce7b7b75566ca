package chat.parley.endpoint;

import chat.parley.wire.Frame;
import java.util.Optional;

/**
 * Puts the parts of a text frame together, up to a limit. Not thread-safe: a container hands over
 * the parts of one connection one after another.
 *
 * <p>Whole frames would be simpler, but for those Tomcat keeps a buffer of the largest possible
 * frame with every open connection, 128 kB of it.
 */
final class Reassembly {
  private final int limit;
  private final StringBuilder parts = new StringBuilder(0);
  private long bytes;

  /**
   * @param limit bytes of UTF-8 that a frame may have; 0 is no limit
   */
  Reassembly(int limit) {
    this.limit = limit;
  }

  /**
   * Takes the next part of a frame.
   *
   * @return the whole frame, if this was its last part and it is not too big
   */
  Optional<String> add(String part, boolean last) {
    bytes += Frame.utf8Length(part);
    if (isTooBig()) {
      parts.setLength(0);
      return Optional.empty();
    }
    if (last && parts.isEmpty()) {
      bytes = 0;
      return Optional.of(part);
    }
    parts.append(part);
    return last ? Optional.of(take()) : Optional.empty();
  }

  private String take() {
    String frame = parts.toString();
    parts.setLength(0);
    parts.trimToSize();
    bytes = 0;
    return frame;
  }

  /**
   * Whether the frame has grown beyond the limit; then nothing of it is kept, and nothing follows.
   */
  boolean isTooBig() {
    return limit > 0 && bytes > limit;
  }
}
