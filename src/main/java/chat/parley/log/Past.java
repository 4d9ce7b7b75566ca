package chat.parley.log;

import java.sql.SQLException;
import java.util.Optional;

/** What a room holds before the place in its order that is being judged. */
@FunctionalInterface
public interface Past {
  /** The message of this seq; empty if there is none, or if that entry is no message. */
  Optional<Said> message(long seq) throws SQLException;
}
