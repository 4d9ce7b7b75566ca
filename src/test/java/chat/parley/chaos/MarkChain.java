package chat.parley.chaos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The log is numbered from 1 without a gap, and each mark follows from the one before. */
final class MarkChain implements Check {
  private static final int BYTES = 8;

  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    for (RoomLog room : evidence.rooms().values()) {
      String mark = genesis(room.id());
      int seq = 0;
      for (Entry entry : room.entries()) {
        if (entry.seq() != seq + 1) {
          violations.add("The log of " + room.id() + " has " + entry + " after " + seq + ".");
        } else if (!entry.mark().equals(next(mark, entry))) {
          violations.add("The mark does not follow from the one before: " + entry + ".");
        }
        mark = entry.mark();
        seq = entry.seq();
      }
    }
    return violations;
  }

  /** The mark before a room's first entry. */
  static String genesis(String room) {
    return hash(room);
  }

  /** The mark of an entry that follows this one. */
  static String next(String mark, Entry entry) {
    return hash(
        String.join(
            "\n",
            mark,
            Integer.toString(entry.seq()),
            entry.type().toUpperCase(Locale.ROOT),
            entry.sender(),
            entry.ref(),
            Long.toString(entry.at())));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
