package chat.parley.log;

import chat.parley.message.Mark;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The hash chain of a room's history: {@code docs/protocol.md}, "mark". It covers who said
 * something, where and when, but not the text, so that text can be edited or deleted without
 * breaking the chain.
 */
public final class Marks {
  private static final int BYTES = 8;

  private Marks() {}

  /** The mark before a room's first entry. */
  public static Mark genesis(RoomId room) {
    return hash(room.value());
  }

  /** The position before a room's first entry. */
  static Position start(RoomId room) {
    return new Position(room, 0, genesis(room));
  }

  /**
   * The mark of the entry that follows. The time counts in milliseconds; no ref counts as an empty
   * one.
   */
  public static Mark next(
      Mark previous, long seq, Entry.Kind kind, PersonId sender, Ref ref, Instant at) {
    return hash(
        previous.value()
            + '\n'
            + seq
            + '\n'
            + kind.name()
            + '\n'
            + sender.value()
            + '\n'
            + (ref == null ? "" : ref.value())
            + '\n'
            + at.toEpochMilli());
  }

  /** The entry that follows a room's end. */
  static Entry follow(Position end, Draft draft, Act act, Instant at) {
    long seq = end.seq() + 1;
    return new Entry(
        end.room(),
        seq,
        next(end.mark(), seq, act.kind(), draft.sender(), draft.ref(), at),
        draft.sender(),
        draft.ref(),
        at,
        act);
  }

  private static Mark hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Mark(HexFormat.of().formatHex(digest, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
